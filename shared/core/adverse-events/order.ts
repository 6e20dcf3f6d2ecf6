import type { EventTime } from '../civil-date.ts'
import { type SiteDay, siteDaysOf } from '../schedule/event-days.ts'
import { isInstant } from '../trends/axis.ts'

/** Whether a time certainly lies before another: by the clock where both have one, else by the day at the site. */
export function isBefore(time: EventTime, other: EventTime, siteDay: SiteDay): boolean {
  if (isInstant(time) && isInstant(other)) return Date.parse(time) < Date.parse(other)
  return siteDaysOf(time, siteDay).latest < siteDaysOf(other, siteDay).earliest
}

/**
 * Whether a time certainly does not lie before another. On one day without both times of day it counts as after: what
 * began on the day of a dose is taken for its consequence until somebody knows better.
 */
export function isFrom(time: EventTime, start: EventTime, siteDay: SiteDay): boolean {
  if (isInstant(time) && isInstant(start)) return Date.parse(time) >= Date.parse(start)
  return siteDaysOf(time, siteDay).earliest >= siteDaysOf(start, siteDay).latest
}
