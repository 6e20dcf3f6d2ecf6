import type { EventTime } from '../civil-date.ts'
import type { Calendar } from '../schedule/calendar.ts'
import { certainDay, type SiteDay } from '../schedule/event-days.ts'
import { isInstant } from '../trends/axis.ts'
import { isBefore, isFrom } from './order.ts'

/** A dose that was given, as the calendar has it. */
export interface GivenDose {
  readonly number: number
  readonly given: NonNullable<Calendar['doses'][number]['given']>
}

/** The doses of a trial that were given, in their order. */
export function givenDoses(calendar: Pick<Calendar, 'doses'> | undefined): GivenDose[] {
  return (calendar?.doses ?? []).flatMap(({ number, given }) => (given === null ? [] : [{ number, given }]))
}

/** Days and hours from the start of a dose to a time, each null where either side does not tell; negative before it. */
export function sinceStart(time: EventTime | undefined, start: EventTime, siteDay: SiteDay) {
  if (time === undefined) return { days: null, hours: null }
  const [day, first] = [certainDay(time, siteDay), certainDay(start, siteDay)]
  return {
    days: day === null || first === null ? null : day - first,
    hours: isInstant(time) && isInstant(start) ? hoursBetween(start, time) : null,
  }
}

/** The last dose that began before a time; null where none did, or the record does not tell which. */
export function sinceLastDose(time: EventTime | undefined, calendar: Calendar | undefined, siteDay: SiteDay) {
  if (time === undefined) return null
  const doses = givenDoses(calendar)
  const last = doses.filter(({ given }) => isFrom(time, given.from, siteDay)).at(-1)
  const isOpen = doses.some(
    ({ number, given }) =>
      number > (last?.number ?? 0) &&
      !isFrom(time, given.from, siteDay) &&
      !isBefore(time, given.from, siteDay),
  )
  if (last === undefined || isOpen) return null
  return { number: last.number, ...sinceStart(time, last.given.from, siteDay) }
}

const MS_PER_HOUR = 3_600_000

/** To hundredths, about half a minute. */
function hoursBetween(start: EventTime, time: EventTime): number {
  return Math.round(((Date.parse(time) - Date.parse(start)) / MS_PER_HOUR) * 100) / 100
}
