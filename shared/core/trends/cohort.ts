import { z } from 'zod'
import { CivilDate } from '../civil-date.ts'
import { PatientId, Slug } from '../ids.ts'
import { LocalizedText } from '../text.ts'
import { LiverInjuryPoint, Point, SeriesId } from './series.ts'

/** One step of a survival curve (Kaplan-Meier), in days after the first dose. */
export const SurvivalStep = z.object({
  day: z.int().min(0),
  atRisk: z.int().min(0),
  events: z.int().min(0),
  censored: z.int().min(0),
  survival: z.number().min(0).max(1),
  /** 95 % confidence limits (Greenwood, log transform as R's `survfit` does); null where survival is 0. */
  lower: z.number().nullable(),
  upper: z.number().nullable(),
})
export type SurvivalStep = z.infer<typeof SurvivalStep>

const Curve = z.object({
  patients: z.int().min(0),
  events: z.int().min(0),
  /** Dosed, but the day of death or transplantation, or of any later contact, is not known: in no step. */
  undated: z.int().min(0),
  steps: z.array(SurvivalStep),
})
export type Curve = z.infer<typeof Curve>

/** A patient's change from baseline at a visit. */
const Change = z.object({
  patientId: PatientId,
  screeningNumber: z.string(),
  value: z.number(),
  change: z.number(),
})

const ByVisit = z.object({
  visit: Slug,
  /** The dose that the visit is counted from, where visits are counted from each. */
  number: z.int().nullable(),
  title: LocalizedText,
  changes: z.array(Change),
  /** Null below 1 value. */
  median: z.number().nullable(),
  lowerQuartile: z.number().nullable(),
  upperQuartile: z.number().nullable(),
})

/** How many had a value outside the range printed with it; who had no range is not counted and said. */
const OutsideRange = z.object({
  visit: Slug,
  number: z.int().nullable(),
  title: LocalizedText,
  outside: z.int().min(0),
  of: z.int().min(0),
  /** No range was printed, or the value stands below or above a limit of the method so that it cannot be told. */
  withoutRange: z.int().min(0),
})

/** The highest multiples after the first dose: of ALT on `on`, of bilirubin on `bilirubinOn`. */
const Peak = LiverInjuryPoint.extend({ bilirubinOn: CivilDate })
export type Peak = z.infer<typeof Peak>

/** Everybody in one protocol, together. */
export const Cohort = z.object({
  /** As registered. */
  planned: z.int().min(1),
  /** Enrolled, cumulative. */
  enrolment: z.array(z.object({ on: CivilDate, count: z.int().min(1) })),
  /** Enrolled in a month or year of which the day is not known: in no step. */
  enrolledUndated: z.int().min(0),
  patients: z.array(
    z.object({
      patientId: PatientId,
      screeningNumber: z.string(),
      initials: z.string(),
      enrolledOn: CivilDate.nullable(),
      day0: CivilDate.nullable(),
      /** Small multiples: the series that were asked for. */
      series: z.array(
        z.object({
          id: SeriesId,
          unit: z.string(),
          points: z.array(
            Point.pick({ on: true, at: true, value: true, comparator: true, high: true, low: true }),
          ),
        }),
      ),
      /** A place in the eDISH plot. */
      peak: Peak.nullable(),
    }),
  ),
  changes: z.array(z.object({ series: SeriesId, visits: z.array(ByVisit) })),
  outside: z.array(z.object({ series: SeriesId, visits: z.array(OutsideRange) })),
  overallSurvival: Curve,
  transplantFreeSurvival: Curve,
  notChosen: z.array(LocalizedText),
})
export type Cohort = z.infer<typeof Cohort>
