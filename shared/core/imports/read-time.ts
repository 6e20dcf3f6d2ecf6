import { dateOf, dayOf, type EventTime, type OffsetDateTime, type PartialDate } from '../civil-date.ts'
import { offsetInZone } from '../local-time.ts'
import type { DateFormat } from './mapping.ts'

/** A date and, in one cell with it or in one of its own, a time. */
export interface PrintedTime {
  readonly date: string
  /** '' where there is none. */
  readonly time: string
}

/** How times of a table are written. */
export interface TimeFormat {
  readonly format: DateFormat
  /** IANA name; for times that are written without an offset. */
  readonly timeZone: string
}

const REST = String.raw`(?<rest>(?:(?:\s+|t)\S.*)?)$`
const DATES: Readonly<Record<DateFormat, RegExp>> = {
  'YYYY-MM-DD': new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})${REST}`),
  'YYYY/MM/DD': new RegExp(String.raw`^(?<year>\d{4})/(?<month>\d{1,2})/(?<day>\d{1,2})${REST}`),
  'YYYY.MM.DD': new RegExp(String.raw`^(?<year>\d{4})\.(?<month>\d{1,2})\.(?<day>\d{1,2})${REST}`),
  YYYYMMDD: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?<rest>(?:\d{4}(?:\d{2})?)?|(?:\s+|t)\S.*)$/,
  YYYY年MM月DD日: /^(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*[日号](?<rest>.*)$/,
  'DD/MM/YYYY': new RegExp(String.raw`^(?<day>\d{1,2})/(?<month>\d{1,2})/(?<year>\d{4})${REST}`),
  'MM/DD/YYYY': new RegExp(String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})${REST}`),
  'DD.MM.YYYY': new RegExp(String.raw`^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})${REST}`),
}

const CLOCK =
  /^(?<hour>\d{1,2})(?::|时|点)(?<minute>\d{2})分?(?:(?::(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))?)|(?<seconds>\d{2})秒)?\s*(?<half>[ap]m)?\s*(?<offset>z|[+-]\d{2}:?\d{2})?$/
const DIGITS = /^(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?$/
/** Longer than a date with its time: patterns are not asked about what no time can be. */
const MAXIMUM_CHARACTERS = 100
const MIDNIGHT = /^0?0:00(?::00(?:\.0+)?)?$/

/**
 * When a specimen was taken, as a table prints it. A day of the ISO form is read whatever the format, because a
 * workbook's own dates come so. Undefined where it is none, or an hour that the zone skips or has twice.
 */
export function readTime(printed: PrintedTime, { format, timeZone }: TimeFormat): EventTime | undefined {
  if ([printed.date, printed.time].some(text => text.trim().length > MAXIMUM_CHARACTERS)) return undefined
  const date = plain(printed.date)
  const parts = (DATES[format].exec(date) ?? DATES['YYYY-MM-DD'].exec(date))?.groups
  if (parts === undefined) return undefined
  const day = dayText(parts['year'], parts['month'], parts['day'])
  if (day === undefined) return undefined
  const within = (parts['rest'] ?? '').replace(/^\s*t?\s*/, '')
  const apart = plain(printed.time)
  if (apart !== '' && within !== '' && !MIDNIGHT.test(within)) return undefined
  const clock = apart === '' ? within : apart
  return clock === '' ? (day as PartialDate) : atClock(day, clock, timeZone)
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

function dayText(year = '', month = '', day = ''): string | undefined {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const number = /^(?:19|20)/.test(year) ? dayOf(written) : Number.NaN
  return Number.isNaN(number) || dateOf(number) !== written ? undefined : written
}

function atClock(day: string, clock: string, timeZone: string): EventTime | undefined {
  const parts = (CLOCK.exec(clock) ?? DIGITS.exec(clock))?.groups
  if (parts === undefined) return undefined
  const hour = hourOf(Number(parts['hour']), parts['half'])
  const minute = Number(parts['minute'])
  const second = Number(parts['second'] ?? parts['seconds'] ?? 0)
  if (hour === undefined || minute > 59 || second > 59) return undefined
  const fraction = (parts['fraction'] ?? '').replace(/0+$/, '')
  const local = `${day}T${two(hour)}:${two(minute)}:${two(second)}`
  const written = parts['offset']
  const offset = written === undefined ? offsetInZone(local, timeZone) : offsetText(written)
  if (offset === undefined) return undefined
  return `${local}${fraction && `.${fraction}`}${offset}` as OffsetDateTime
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour > 23 ? undefined : hour
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

function offsetText(written: string): string | undefined {
  if (written === 'z') return 'Z'
  const [hours, minutes] = [written.slice(0, 3), written.slice(-2)]
  return Math.abs(Number(hours)) > 23 || Number(minutes) > 59 ? undefined : `${hours}:${minutes}`
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
