import { boundsOf, type CivilDate, dayOf } from '../civil-date.ts'
import type { EventContent } from './event-source.ts'

const ended: ReadonlySet<EventContent['outcome']> = new Set(['recovered', 'recovered_with_sequelae', 'fatal'])

/**
 * Whether an event had certainly ended by a day. Where its outcome says that it is over and nobody charted when, it may
 * have been as late as today.
 */
export function isEndedBy({ to, outcome }: EventContent, day: CivilDate, today: CivilDate): boolean {
  if (to === 'ongoing') return false
  if (to !== undefined) return boundsOf(to).latest <= dayOf(day)
  return ended.has(outcome) && today <= day
}
