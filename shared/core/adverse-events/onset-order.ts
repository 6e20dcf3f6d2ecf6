import type { EventTime } from '../civil-date.ts'
import { type SiteDay, siteDaysOf } from '../schedule/event-days.ts'
import { isInstant } from '../trends/axis.ts'
import type { EventContent } from './event-source.ts'

interface Onset {
  readonly content: Pick<EventContent, 'from'>
}

/** Compares two events: the newer onset first; one without comes before them all, because it has to be asked. */
export function byNewestOnset(siteDay: SiteDay): (a: Onset, b: Onset) => number {
  const day = (from: EventTime | undefined) =>
    from === undefined ? Number.MAX_SAFE_INTEGER : siteDaysOf(from, siteDay).latest
  return ({ content: { from: a } }, { content: { from: b } }) => day(b) - day(a) || instant(b) - instant(a)
}

/** A day without time of day stands below the times of that day. */
function instant(from: EventTime | undefined): number {
  return from !== undefined && isInstant(from) ? Date.parse(from) : 0
}
