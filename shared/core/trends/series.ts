import { z } from 'zod'
import { Analyte } from '../analytes.ts'
import { CivilDate, type EventTime } from '../civil-date.ts'
import { Comparator } from '../decimal.ts'
import { FactId, Slug } from '../ids.ts'
import { VisitState } from '../schedule/calendar.ts'
import { LocalizedText } from '../text.ts'

/**
 * The time of a fact, which was parsed on its way out of the store: trends hold tens of thousands of them, and parsing
 * each again as a date would take longer than computing them.
 */
const ChartedTime = z.string().min(4).max(40) as unknown as z.ZodType<EventTime, EventTime>

/** What is measured, beside laboratory values. Mean and maximum velocity, measured and computed flow are never mixed. */
export const Measure = z.enum([
  'portal_diameter',
  'portal_mean_velocity',
  'portal_maximum_velocity',
  'portal_flow_measured',
  'liver_stiffness',
  'spleen_stiffness',
  'spleen_length',
  'ascites_grade',
  'ascites_depth',
  'ascites_volume',
  'abdominal_girth',
  'body_weight',
  'ishak_activity',
  'ishak_fibrosis',
  'prothrombin_prolongation',
])
export type Measure = z.infer<typeof Measure>

/** A score that Lobule computes. Prothrombin activity is none: it is measured, never computed. */
export const ScoreSeries = z.enum([
  'meld',
  'meld_na',
  'meld_3_0',
  'child_pugh',
  'albi',
  'apri',
  'fib_4',
  'r_value',
  'nr_value',
  'egfr_ckd_epi_2021',
  'portal_flow_computed',
  'congestion_index',
])
export type ScoreSeries = z.infer<typeof ScoreSeries>

/** One line of a chart. */
export const SeriesId = z.union([Analyte, Measure, ScoreSeries])
export type SeriesId = z.infer<typeof SeriesId>

/** What a score was computed from. */
export const ScoreInput = z.object({
  name: LocalizedText,
  /** As printed, with its unit and comparator. */
  printed: z.string(),
  on: ChartedTime,
  /** Null for what is no fact: age and sex, and that no dialysis is charted. */
  fact: FactId.nullable(),
})
export type ScoreInput = z.infer<typeof ScoreInput>

export const PointFlag = z.enum([
  /** The report says that the specimen was haemolysed, lipaemic, icteric, clotted or otherwise unfit. */
  'specimen',
  'unscheduled',
  'out_of_window',
  /** Corrected after it was first charted. */
  'corrected',
  /** Another laboratory, examiner, device or breathing phase than the point before. */
  'laboratory_changed',
  'examiner_changed',
  'device_changed',
  'breathing_changed',
])
export type PointFlag = z.infer<typeof PointFlag>

/** One value on one day. Numbers are for drawing and comparing; `printed` is what the report says. */
export const Point = z.object({
  /** Null for a score: its inputs are facts. */
  fact: FactId.nullable(),
  on: ChartedTime,
  /** Days after 1970-01-01 with the time of day as its fraction, in the place's own time; for the axis. */
  at: z.number(),
  /** In the unit of the series; the limit itself where `comparator` is there. Null where the unit cannot be converted. */
  value: z.number().nullable(),
  printed: z.string(),
  comparator: Comparator.nullable(),
  /** Reference range as printed with it, in the unit of the series. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Who measured it: laboratory or examiner. */
  by: z.string().nullable(),
  /** The visit in whose days it was taken; null where it was none. */
  visit: Slug.nullable(),
  flags: z.array(PointFlag),
  /** CTCAE v5.0 grade, against the range and against an abnormal baseline; null where it cannot be told. */
  grade: z.object({ absolute: z.int().nullable(), relative: z.int().nullable() }).nullable(),
  /** The change since the point before is within what the site's variation explains; null where nothing was entered. */
  isWithinVariation: z.boolean().nullable(),
  /** Child-Pugh class, ALBI grade. */
  category: z.string().nullable(),
  /** Of a score, with its dates; empty otherwise. */
  inputs: z.array(ScoreInput),
})
export type Point = z.infer<typeof Point>

/** A score that could not be computed on a day, and what it lacked. */
export const ScoreGap = z.object({
  score: ScoreSeries,
  on: CivilDate,
  lacks: z.array(LocalizedText),
})
export type ScoreGap = z.infer<typeof ScoreGap>

const Baseline = z.object({
  value: z.number(),
  rule: z.enum(['mean', 'last']),
  /** How many values before the first dose it rests on, and from when to when. */
  count: z.int().min(1),
  from: CivilDate,
  to: CivilDate,
})

export const Series = z.object({
  id: SeriesId,
  name: LocalizedText,
  abbreviation: z.string(),
  /** UCUM; `1` for a score without unit. */
  unit: z.string(),
  /** Oldest first. */
  points: z.array(Point),
  baseline: Baseline.nullable(),
  /** Values that stand in units which Lobule does not convert: listed, never drawn. */
  notComparable: z.int().min(0),
  /** Values of which only the month or the year is known: they have no place on a day and are in no point. */
  undated: z.int().min(0),
})
export type Series = z.infer<typeof Series>

/** Something that happened, drawn over all panels. */
export const Mark = z.object({
  kind: z.enum([
    'dose',
    'albumin_infusion',
    'transfusion',
    'paracentesis',
    'tips',
    'diuretic',
    'antiviral',
    'decompensation',
    'liver_transplant',
    'death',
    'adverse_event',
  ]),
  fact: FactId,
  from: ChartedTime,
  at: z.number(),
  to: ChartedTime.nullable(),
  /** Where it went on for a time. */
  until: z.number().nullable(),
  label: LocalizedText,
})
export type Mark = z.infer<typeof Mark>

/**
 * A visit's window or planned day on the axis. A window ends with its last day, so that `to` is the day after it; `from`
 * and `to` are both the planned day where the site has no window.
 */
export const VisitBand = z.object({
  visit: Slug,
  title: LocalizedText,
  from: z.number(),
  to: z.number(),
  hasWindow: z.boolean(),
  state: VisitState,
  /** The days of a visit that took place without everything that it asks for, and what; `to` is the day after it. */
  lacking: z.object({ from: z.number(), to: z.number(), series: z.array(SeriesId) }).nullable(),
})
export type VisitBand = z.infer<typeof VisitBand>

/** Peak or single pairs of aminotransferase and bilirubin over time: where a patient stands in an eDISH plot. */
export const LiverInjuryPoint = z.object({
  on: CivilDate,
  /** Multiples of the upper limit printed with each; null without one. */
  altUln: z.number().nullable(),
  bilirubinUln: z.number().nullable(),
  /** Multiples of the patient's own baseline; null without one. */
  altBaseline: z.number().nullable(),
  bilirubinBaseline: z.number().nullable(),
  alpUln: z.number().nullable(),
})
export type LiverInjuryPoint = z.infer<typeof LiverInjuryPoint>

/** Days on which the site's limits for a signal of liver injury were met. A laboratory signal is no diagnosis. */
export const LiverInjurySignal = z.object({
  on: CivilDate,
  against: z.enum(['uln', 'baseline']),
  aminotransferase: z.number(),
  bilirubin: z.number(),
  alkalinePhosphatase: z.number().nullable(),
  /** One of the multiples is known by a lower limit only. */
  isAtLeast: z.boolean(),
  /** A report calls the specimen of one of them unfit: to be repeated before it is believed. */
  isUnfit: z.boolean(),
})
export type LiverInjurySignal = z.infer<typeof LiverInjurySignal>

/** Everything that the charts of a patient draw. */
export const Trends = z.object({
  day0: CivilDate.nullable(),
  today: CivilDate,
  series: z.array(Series),
  gaps: z.array(ScoreGap),
  marks: z.array(Mark),
  /** Events of which only the month or the year is known: they are in no mark. */
  undatedMarks: z.int().min(0),
  visits: z.array(VisitBand),
  liverInjury: z.array(LiverInjuryPoint),
  signals: z.array(LiverInjurySignal),
  /** What the site has not chosen and the charts therefore leave out, in words. */
  notChosen: z.array(LocalizedText),
})
export type Trends = z.infer<typeof Trends>
