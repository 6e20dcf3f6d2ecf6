import type { CivilDate, OffsetDateTime } from './civil-date.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/**
 * The offset of a local time (`2026-11-14T08:30:00`) in an IANA zone, such as `+08:00`. Undefined for a time that the
 * zone's summer time skips or has twice, and for one of no calendar.
 */
export function offsetInZone(local: string, timeZone: string): string | undefined {
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return undefined
  const nearby = new Set([asUtc - DAY, asUtc + DAY].map(instant => offsetAt(instant, timeZone)))
  const fitting = [...nearby].filter(minutes => offsetAt(asUtc - minutes * MINUTE, timeZone) === minutes)
  const [only] = fitting
  return fitting.length === 1 && only !== undefined ? offsetText(only) : undefined
}

/** The civil date that an IANA zone has at an instant, in whatever offset that was written. */
export function dayInZone(time: OffsetDateTime, timeZone: string): CivilDate {
  return clockOf(timeZone).format(Date.parse(time)).slice(0, 10) as CivilDate
}

/** Minutes by which the zone is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const local = Date.parse(`${clockOf(timeZone).format(instant).replace(' ', 'T')}Z`)
  return Math.round((local - instant) / MINUTE)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Making one takes far longer than asking it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  clocks.set(timeZone, made)
  return made
}

function offsetText(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
