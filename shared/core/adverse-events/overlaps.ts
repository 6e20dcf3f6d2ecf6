import type { SiteDay } from '../schedule/event-days.ts'
import type { EventContent, EventFact } from './event-source.ts'
import { isBefore } from './order.ts'

/** The events of the same term of which it is not certain that they were over before this one, or began after it. */
export function overlapping(
  content: EventContent,
  others: readonly EventFact[],
  siteDay: SiteDay,
): EventFact[] {
  return others.filter(
    ({ content: other }) =>
      isSameTerm(content, other) && !isOver(content, other, siteDay) && !isOver(other, content, siteDay),
  )
}

/** By the code where both have one, else as reported, whatever the case of the letters. */
function isSameTerm(one: EventContent, other: EventContent): boolean {
  if (one.ctcae !== undefined && other.ctcae !== undefined) return one.ctcae === other.ctcae
  return one.term.toLowerCase() === other.term.toLowerCase()
}

/** Whether one certainly ended before the other began. */
function isOver({ to }: EventContent, { from }: EventContent, siteDay: SiteDay): boolean {
  return to !== undefined && to !== 'ongoing' && from !== undefined && isBefore(to, from, siteDay)
}
