import type { Clock } from '#shared/core/adverse-events/clock.ts'
import type { ClockTime } from '#shared/core/adverse-events/clock-time.ts'
import { clocksOf } from '#shared/core/adverse-events/clocks-of.ts'
import type { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { factsOf } from '#shared/core/schedule/calendar-input.ts'

/** The deadlines of all events of one patient; `safety` is undefined where the site has confirmed none. */
export function clocksFor(
  facts: readonly Fact[],
  safety: Pick<SiteSafety, 'reporting'> | undefined,
  time: ClockTime,
): Clock[] {
  return factsOf(facts, 'adverse_event').flatMap(event => clocksOf(event, { facts, safety, time }))
}
