import { dayOf, type EventTime } from '../civil-date.ts'
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
  const starts = new Map(givenDoses(calendar).map(({ number, given }) => [number, given.from]))
  const { earliest, latest } = siteDaysOf(time, siteDay)
  return calendar.safetyWindows.flatMap(({ id, title, from, to, dose }) => {
    const start = dose === null ? undefined : starts.get(dose)
    if (from === null || to === null || start === undefined) return []
    // A window begins with the day of its dose; what came earlier that day by the clock is not after it.
    if (isBefore(time, start, siteDay)) return []
    return dayOf(from) <= earliest && latest <= dayOf(to) ? [{ id, title }] : []
  })
}
