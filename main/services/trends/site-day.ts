import type { SiteClock } from '#main/services/site-clock.ts'
import { type CivilDate, localDateOf } from '#shared/core/civil-date.ts'
import type { SiteDay } from '#shared/core/schedule/event-days.ts'

/** Length of date and hour in an instant's text. */
const HOUR = 13
const OFFSET = /(?:Z|[+-]\d\d:\d\d)$/

/**
 * The day on which an instant fell at the site, remembered for every hour that was asked about: a report has many
 * values of one time, and asking the zone for each would take longer than everything else.
 */
export function siteDayOf(clock: SiteClock): SiteDay {
  const known = new Map<string, CivilDate | undefined>()
  return time => {
    const offset = OFFSET.exec(time)?.[0] ?? 'Z'
    const key = time.slice(0, HOUR) + offset
    if (!known.has(key)) known.set(key, wholeHour(time, offset))
    return known.get(key) ?? dayAt(time)
  }

  function dayAt(time: string): CivilDate {
    return localDateOf(clock.render(new Date(time)))
  }

  /** The one day of all minutes of the hour, or undefined where the site's midnight lies within it. */
  function wholeHour(time: string, offset: string): CivilDate | undefined {
    const hour = time.slice(0, HOUR)
    const [first, last] = [dayAt(`${hour}:00:00${offset}`), dayAt(`${hour}:59:59${offset}`)]
    return first === last ? first : undefined
  }
}
