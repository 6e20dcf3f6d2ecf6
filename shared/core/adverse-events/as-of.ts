import { type CivilDate, type DayNumber, dayOf, type EventTime } from '../civil-date.ts'
import type { FactContent } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import { type SiteDay, siteDaysOf } from '../schedule/event-days.ts'

/** What is charted without what certainly happened after a day: a later dose changes nothing about how things stood then. */
export function chartAsOf(facts: readonly Fact[], day: CivilDate, siteDay: SiteDay): Fact[] {
  return facts.filter(({ content }) => earliestDay(content, siteDay) <= dayOf(day))
}

/** The first day on which something charted may have happened or begun; before all days where it says no time. */
export function earliestDay(content: FactContent, siteDay: SiteDay): DayNumber {
  const { on, from } = content as { readonly on?: EventTime; readonly from?: EventTime }
  const time = on ?? from
  return time === undefined ? Number.NEGATIVE_INFINITY : siteDaysOf(time, siteDay).earliest
}
