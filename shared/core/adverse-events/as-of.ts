import { type CivilDate, dayOf, type EventTime } from '../civil-date.ts'
import type { Fact } from '../facts/fact.ts'
import { type SiteDay, siteDaysOf } from '../schedule/event-days.ts'

/** What is charted without what certainly happened after a day: a later dose changes nothing about how things stood then. */
export function chartAsOf(facts: readonly Fact[], day: CivilDate, siteDay: SiteDay): Fact[] {
  return facts.filter(({ content }) => {
    const { on, from } = content as { readonly on?: EventTime; readonly from?: EventTime }
    const time = on ?? from
    return time === undefined || siteDaysOf(time, siteDay).earliest <= dayOf(day)
  })
}
