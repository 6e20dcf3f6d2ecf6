import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import { dayInZone } from '#shared/core/local-time.ts'

/** The day of the site's calendar that a time stands for; of a date that is known to the month or year, that. */
export type DayOfTime = (time: string) => string

/** Days are remembered up to this many: of one site the same times come again and again. */
const REMEMBERED = 10_000

/** Times that a file brought may have any offset: in Shanghai 2026-03-09T23:40:00Z is the 10th. */
export function siteDays(timeZone: string): DayOfTime {
  const known = new Map<string, string>()
  return time => {
    if (time.length <= 10) return time
    const remembered = known.get(time)
    if (remembered !== undefined) return remembered
    if (known.size >= REMEMBERED) known.clear()
    const day = dayInZone(time as OffsetDateTime, timeZone)
    known.set(time, day)
    return day
  }
}
