import type { CivilDate, DayNumber } from '../civil-date.ts'
import type { PatientId } from '../ids.ts'
import { certainDay } from '../schedule/event-days.ts'
import { cohortOf } from './event-of.ts'
import type { EventSource } from './event-source.ts'
import { type Exposure, endedOn, exposureOf } from './exposure.ts'
import { givenDoses } from './since-dose.ts'

/** One patient of a protocol as its safety is counted. */
export interface Subject {
  readonly patientId: PatientId
  readonly cohort: string | null
  /** Undefined for a patient without a first dose of a known day. */
  readonly exposure: Exposure | undefined
  /** The day of each dose given; null where it is known to the month only. */
  readonly doseDays: readonly (DayNumber | null)[]
  /** Death, transplant or the end of participation. */
  readonly ended: DayNumber | null
}

/** What counting needs of a patient. */
export function subjectOf(patientId: PatientId, source: EventSource, today: CivilDate): Subject {
  return {
    patientId,
    cohort: cohortOf(source),
    exposure: exposureOf(source, today),
    doseDays: givenDoses(source.calendar).map(({ given }) => certainDay(given.from, source.siteDay)),
    ended: endedOn(source),
  }
}
