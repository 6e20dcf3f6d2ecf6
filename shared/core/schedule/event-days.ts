import {
  boundsOf,
  type CivilDate,
  type DayBounds,
  type DayNumber,
  dayOf,
  type EventTime,
  type OffsetDateTime,
  type PartialDate,
} from '../civil-date.ts'

/** The civil day on which an instant fell at the site, whatever offset it was written with. */
export type SiteDay = (time: OffsetDateTime) => CivilDate

/** The days of the site's calendar that a time may stand for, both included. */
export function siteDaysOf(time: EventTime | CivilDate, siteDay: SiteDay): DayBounds {
  if (time.length <= 10) return boundsOf(time as PartialDate)
  const day = dayOf(siteDay(time as OffsetDateTime))
  return { earliest: day, latest: day }
}

/** The one day that a time stands for; null where it is known to the month or year only. */
export function certainDay(time: EventTime | CivilDate, siteDay: SiteDay): DayNumber | null {
  const { earliest, latest } = siteDaysOf(time, siteDay)
  return earliest === latest ? earliest : null
}
