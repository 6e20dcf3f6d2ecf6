import type { EventTime } from '../civil-date.ts'
import type { TrendSource } from '../trends/source.ts'
import type { CausalityContext } from './context.ts'
import { givenDoses, sinceStart } from './since-dose.ts'

/** Every dose of the trial, in their order, with the time from its start to onset. */
export function sinceDosesOf(
  onset: EventTime | undefined,
  { trial, siteDay }: Pick<TrendSource, 'trial' | 'siteDay'>,
): CausalityContext['sinceDoses'] {
  return givenDoses(trial?.calendar).map(({ number, given: { fact, from } }) => ({
    ...{ fact, number, from },
    ...sinceStart(onset, from, siteDay),
  }))
}
