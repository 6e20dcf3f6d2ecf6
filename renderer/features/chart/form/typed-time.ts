import type { EventTime } from '#shared/core/civil-date.ts'
import { readDate, readEventTime } from '../../../components/read-date.ts'

const ONGOING = 'ongoing'

/** A charted time as typed: local to the minute where that says the same. */
export function typedTime(time: string, timeZone: string): string {
  if (time.length <= 10) return time
  const local = time.slice(0, 16).replace('T', ' ')
  const read = readEventTime(local, timeZone)
  return read !== undefined && Date.parse(read) === Date.parse(time) && read.slice(-6) === time.slice(-6)
    ? local
    : time
}

/** What a typed time means; what cannot be read stays as typed. Without a zone only a date is read. */
export function timeOf(text: string, timeZone: string | undefined): string {
  if (text === ONGOING) return ONGOING
  const read: EventTime | undefined = timeZone === undefined ? readDate(text) : readEventTime(text, timeZone)
  return read ?? text
}
