import type { OffsetDateTime } from '#shared/core/civil-date.ts'

/** The time of a site: what its wall clock shows, with the offset from UTC at that moment. */
export interface SiteClock {
  /** The offset of the site's zone, such as `+08:00`. */
  offsetAt(instant: Date): string
  /** Local time with offset, to the millisecond: `2026-11-14T08:30:00.000+08:00`. */
  render(instant: Date): OffsetDateTime
}

/** The clock of an IANA zone. Making one is costly, so a session makes it once. */
export function siteClock(timeZone: string): SiteClock {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })

  // An import asks a hundred thousand times within one minute, in which no zone changes its offset.
  let known = { minute: Number.NaN, offset: '' }

  function offsetAt(instant: Date): string {
    const minute = Math.floor(instant.getTime() / 60_000)
    if (minute !== known.minute) known = { minute, offset: lookUp(instant) }
    return known.offset
  }

  function lookUp(instant: Date): string {
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    return /[+-]\d\d:\d\d/.exec(name)?.[0] ?? '+00:00'
  }

  function render(instant: Date): OffsetDateTime {
    const offset = offsetAt(instant)
    const local = new Date(instant.getTime() + minutesOf(offset) * 60_000)
    return `${local.toISOString().slice(0, -1)}${offset}` as OffsetDateTime
  }

  return { offsetAt, render }
}

function minutesOf(offset: string): number {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))
  return offset.startsWith('-') ? -minutes : minutes
}
