import { type CivilDate, type DayNumber, dayOf } from '../civil-date.ts'
import { factsOf } from '../schedule/calendar-input.ts'
import { endOf } from '../schedule/disposition.ts'
import { certainDay, siteDaysOf } from '../schedule/event-days.ts'
import { lastContact } from '../trends/cohort/follow-up.ts'
import type { EventSource } from './event-source.ts'

/** The days on which a dosed patient was watched, both included. */
export interface Exposure {
  readonly from: DayNumber
  readonly to: DayNumber
}

const DAYS_PER_YEAR = 365.25

/**
 * From the day of the first dose to the last on which the patient is known to have been watched: the last day that
 * anything charted shows them (contact, visit, sample, event), or of their death, but not beyond the end of their
 * participation and not beyond today. Days that nobody knows anything of would lower every rate. A transplant does not
 * end it, because visits go on and events are collected after it; nor does stopping the product. Undefined without a
 * first dose of a known day.
 */
export function exposureOf(
  { facts, calendar, siteDay }: EventSource,
  today: CivilDate,
): Exposure | undefined {
  if (calendar?.day0 == null) return undefined
  const deaths = factsOf(facts, 'death').flatMap(({ content }) => certainDay(content.on, siteDay) ?? [])
  const seen = Math.max(lastContact({ facts, siteDay }) ?? Number.NEGATIVE_INFINITY, ...deaths)
  const end = endOf(facts, calendar.protocol, siteDay)?.day ?? Number.POSITIVE_INFINITY
  const from = dayOf(calendar.day0)
  return { from, to: Math.max(from, Math.min(seen, end, dayOf(today))) }
}

/** Years of 365.25 days: each day of exposure is one on which an event is counted, the first and the last too. */
export function patientYearsOf(exposures: readonly Exposure[]): number {
  return exposures.reduce((days, { from, to }) => days + to - from + 1, 0) / DAYS_PER_YEAR
}

/** The first day on which death, transplant or the end of participation can have ended what is watched after a dose. */
export function endedOn({ facts, calendar, siteDay }: EventSource): DayNumber | null {
  const transplants = factsOf(facts, 'liver_transplant').map(
    ({ content }) => siteDaysOf(content.on, siteDay).latest,
  )
  const from = calendar?.day0 == null ? Number.NEGATIVE_INFINITY : dayOf(calendar.day0)
  const end = calendar && endOf(facts, calendar.protocol, siteDay)?.day
  const days = [...transplants, ...(end === undefined ? [] : [end])].filter(day => day >= from)
  return days.length === 0 ? null : Math.min(...days)
}
