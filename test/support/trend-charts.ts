import { CivilDate, localDateOf, PartialDate } from '#shared/core/civil-date.ts'
import type { Sex } from '#shared/core/facts/candidate.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { ProtocolId } from '#shared/core/ids.ts'
import { calendarOf } from '#shared/core/schedule/plan-calendar.ts'
import { SiteSchedule } from '#shared/core/schedule/site-schedule.ts'
import { ChartingChoices } from '#shared/core/trends/charting-choices.ts'
import type { Series, SeriesId, Trends } from '#shared/core/trends/series.ts'
import type { TrendSource } from '#shared/core/trends/source.ts'
import { trendsOf } from '#shared/core/trends/trends.ts'
import { type Content, factOf } from './chart-builder.ts'
import { nct05106972 as definition } from './protocols.ts'

export const TRIAL = ProtocolId.parse('NCT05106972')

/** What a test says about a patient in a trial; everything else is as a site has it that has chosen nothing. */
interface TrendChart {
  readonly sex?: Sex
  readonly birthDate?: string
  /** As the site enters it; checked when the chart is made. */
  readonly choices?: Readonly<Record<string, unknown>>
  readonly windows?: readonly { readonly visit: string; readonly before: number; readonly after: number }[]
  readonly facts: readonly (Content | Fact)[]
}

/** A patient of NCT05106972 as the charts are computed from. */
export function trendSource({ sex = 'female', birthDate, choices, windows, facts }: TrendChart): TrendSource {
  const charted = facts.map((fact, index) =>
    'content' in fact ? fact : factOf(`f${String(index).padStart(3, '0')}`, fact),
  )
  const charting =
    choices &&
    ChartingChoices.parse({ schema: 'lobule.charting/1', protocol: TRIAL, variation: [], ...choices })
  const schedule = windows && {
    version: 1,
    content: SiteSchedule.parse({
      ...{ schema: 'lobule.schedule/1', protocol: TRIAL, protocolVersion: '1', approvedOn: '2026-01-01' },
      ...{ windows, extraVisits: [], assessments: [] },
      doses: { hasIdentifier: false, checklist: [], stoppingRules: [] },
    }),
  }
  const today = CivilDate.parse('2026-11-22')
  const calendar = calendarOf({
    ...{ definition, readings: {}, schedule, coagulation: charting?.childPugh?.coagulation },
    ...{ facts: charted, scheduled: { enrolment: undefined, doses: new Map() }, today, siteDay: localDateOf },
  })
  const offered = definition.readings.map(({ id }) => id)
  return {
    facts: charted,
    sex,
    birthDate: birthDate === undefined ? undefined : PartialDate.parse(birthDate),
    today,
    siteDay: localDateOf,
    trial: { protocol: TRIAL, calendar, choices: charting, readings: {}, offered },
  }
}

/** The trends of such a patient. */
export function trendsOfChart(chart: TrendChart): Trends {
  return trendsOf(trendSource(chart))
}

/** Fails the test where the series is not drawn. */
export function seriesOf(trends: Trends, id: SeriesId): Series {
  const found = trends.series.find(series => series.id === id)
  if (found === undefined) throw new Error(`no series ${id}`)
  return found
}

/** What a score lacks on a day, in English. */
export function lacksOf(trends: Trends, score: SeriesId, on: string): string[] {
  return trends.gaps
    .filter(gap => gap.score === score && gap.on === on)
    .flatMap(({ lacks }) => lacks.map(({ en }) => en))
}

const codes = {
  alt: ['1742-6', 'U/L'],
  ast: ['1920-8', 'U/L'],
  alp: ['6768-6', 'U/L'],
  bilirubin: ['14631-6', 'umol/L'],
  albumin: ['1751-7', 'g/L'],
  creatinine: ['14682-9', 'umol/L'],
  sodium: ['2951-2', 'mmol/L'],
  inr: ['6301-6', '{INR}'],
  platelets: ['777-3', '10*9/L'],
} as const

/** A laboratory value; `more` adds a range, a comparator, another unit. */
export function lab(
  analyte: keyof typeof codes,
  on: string,
  value: string,
  more: Readonly<Record<string, unknown>> = {},
): Content {
  const [loinc, unit] = codes[analyte]
  return { kind: 'laboratory', on, loinc, value, unit, ...more }
}

/** The first dose, and the day or time at which it began. */
export function doseOn(from: string, number = 1): Content {
  return { kind: 'dose', protocol: TRIAL, number, from }
}
