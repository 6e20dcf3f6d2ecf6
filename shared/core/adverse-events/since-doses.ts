import { dayOf, type EventTime } from '../civil-date.ts'
import { siteDaysOf } from '../schedule/event-days.ts'
import type { TrendSource } from '../trends/source.ts'
import type { CausalityContext } from './context.ts'
import { type GivenDose, givenDoses, sinceStart } from './since-dose.ts'

type SinceDose = CausalityContext['sinceDoses'][number]

/** Every dose of the trial that was given up to today, in their order, with the time from its start to onset. */
export function sinceDosesOf(onset: EventTime | undefined, source: TrendSource): SinceDose[] {
  return dosesUntilToday(source).map(({ number, given: { fact, from } }) => ({
    ...{ fact, number, from },
    ...sinceStart(onset, from, source.siteDay),
  }))
}

/** The doses of the trial, without those that were certainly given after today. */
export function dosesUntilToday({ trial, siteDay, today }: TrendSource): GivenDose[] {
  return givenDoses(trial?.calendar).filter(
    ({ given }) => siteDaysOf(given.from, siteDay).earliest <= dayOf(today),
  )
}
