import type { EventTime } from '../civil-date.ts'
import { dayOf } from '../civil-date.ts'
import { siteDaysOf } from '../schedule/event-days.ts'
import type { EventSource } from './event-source.ts'
import type { ListedEvent } from './listed-event.ts'
import { isBefore } from './order.ts'
import { givenDoses } from './since-dose.ts'

/** The protocol's windows of collecting events that a time certainly lies in. */
export function windowsAround(
  time: EventTime | undefined,
  { calendar, siteDay }: Omit<EventSource, 'facts'>,
): ListedEvent['windows'] {
  if (time === undefined || calendar === undefined) return []
  const first = givenDoses(calendar)[0]
  // A window begins with the day of the dose; what came earlier that day by the clock is not after it.
  if (first !== undefined && isBefore(time, first.given.from, siteDay)) return []
  const { earliest, latest } = siteDaysOf(time, siteDay)
  return calendar.safetyWindows.flatMap(({ id, title, from, to }) => {
    if (from === null || to === null) return []
    return dayOf(from) <= earliest && latest <= dayOf(to) ? [{ id, title }] : []
  })
}
