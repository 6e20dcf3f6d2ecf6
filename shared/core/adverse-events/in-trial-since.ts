import type { EventTime } from '../civil-date.ts'
import { factsOf } from '../schedule/calendar-input.ts'
import { siteDaysOf } from '../schedule/event-days.ts'
import type { EventSource } from './event-source.ts'
import { givenDoses } from './since-dose.ts'

/**
 * From when on what happens to a patient is the trial's: the first informed consent, else the enrolment or the first dose,
 * which no consent can come after. Undefined for a patient in no trial.
 */
export function inTrialSince({ facts, calendar, siteDay }: EventSource): EventTime | undefined {
  const consents = factsOf(facts, 'consent')
    .filter(({ content }) => content.status === 'signed' && content.protocol === calendar?.protocol)
    .map(({ content }) => content.on)
    .sort((a, b) => siteDaysOf(a, siteDay).earliest - siteDaysOf(b, siteDay).earliest)
  return consents[0] ?? calendar?.enrolled?.on ?? givenDoses(calendar)[0]?.given.from
}
