import { dayOf, type EventTime, type OffsetDateTime } from '../civil-date.ts'

/** Whether a time is known to the day at least; what is known to the month or year has no place on the axis. */
export function hasDay(time: EventTime): boolean {
  return time.length >= 10
}

/** Whether a time is an instant and not only a day. */
export function isInstant(time: EventTime): time is OffsetDateTime {
  return time.length > 10
}

/** The place of a time on the axis: days since 1970-01-01, the time of day as written as its fraction. */
export function placeOf(time: EventTime): number {
  const day = dayOf(time)
  if (!isInstant(time)) return day
  const [hours, minutes] = [Number(time.slice(11, 13)), Number(time.slice(14, 16))]
  return day + (hours * 60 + minutes) / 1440
}
