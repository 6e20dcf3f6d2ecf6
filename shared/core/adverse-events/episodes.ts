import type { DayNumber } from '../civil-date.ts'
import { type SiteDay, siteDaysOf } from '../schedule/event-days.ts'
import type { EventContent } from './event-source.ts'

interface Span {
  readonly start: DayNumber
  readonly end: DayNumber
}

/**
 * Episodes of one complication in one patient: an event that begins within so many days after the episode before it began
 * or ended goes on with it. A day that is not known counts as its earliest possible one; an event of unknown onset is an
 * episode of its own, because nothing says that it belongs to another.
 */
export function countEpisodes(
  events: readonly Pick<EventContent, 'from' | 'to'>[],
  sameEpisodeDays: number,
  siteDay: SiteDay,
): number {
  const spans = events.flatMap(event => spanOf(event, siteDay) ?? []).sort((a, b) => a.start - b.start)
  let episodes = events.length - spans.length
  let end = Number.NEGATIVE_INFINITY
  for (const span of spans) {
    if (span.start > end + sameEpisodeDays) episodes += 1
    end = Math.max(end, span.end)
  }
  return episodes
}

/** An event that goes on has no end yet, and what follows belongs to it; of one without a word on that only its start is known. */
function spanOf({ from, to }: Pick<EventContent, 'from' | 'to'>, siteDay: SiteDay): Span | undefined {
  if (from === undefined) return undefined
  const start = siteDaysOf(from, siteDay).earliest
  if (to === 'ongoing') return { start, end: Number.POSITIVE_INFINITY }
  return { start, end: to === undefined ? start : Math.max(start, siteDaysOf(to, siteDay).earliest) }
}
