import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CivilDate } from '#shared/core/civil-date.ts'

/** One whole day in a calendar. */
export interface DayEvent {
  readonly uid: string
  readonly on: CivilDate
  readonly title: string
  /** Its day may still move. */
  readonly isTentative: boolean
}

/** An iCalendar file (RFC 5545) of whole days. `now` is when it was made. */
export function calendarFile(name: string, events: readonly DayEvent[], now: Date): string {
  const prodId = { company: 'Lobule', product: 'Lobule', language: 'EN' }
  const calendar = ical({ name, prodId })
  for (const { uid, on, title, isTentative } of events) {
    calendar.createEvent({
      id: uid,
      // Without a zone the library writes the day in UTC, whatever the zone of this computer.
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      stamp: now,
      summary: title,
      status: isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}
