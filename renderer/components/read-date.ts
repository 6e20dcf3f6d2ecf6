import { type EventTime, OffsetDateTime, PartialDate } from '#shared/core/civil-date.ts'
import { offsetInZone } from '#shared/core/local-time.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The ways to write a date that leave no doubt which number is which; `14/03/1967` is not among them. */
const FORMS = [
  /^(?<year>\d{4})(?:(?<separator>[-/.])(?<month>\d{1,2})(?:\k<separator>(?<day>\d{1,2}))?)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?:(?<day>\d{1,2})\.)?(?<month>\d{1,2})\.(?<year>\d{4})$/,
  /^(?<year>\d{4})\s*年(?:\s*(?<month>\d{1,2})\s*月(?:\s*(?<day>\d{1,2})\s*[日号]?)?)?$/,
  /^(?:(?<day>\d{1,2})\s+)?(?<name>[a-z]{3,9})\.?\s+(?<year>\d{4})$/,
]

const TIME =
  /^(?<date>.*?\S)(?:t|\s+|(?<=[日号]))(?<hour>\d{1,2})[:时](?<minute>\d{2})分?(?::(?<second>\d{2}))?$/
const OFFSET = /(?<offset>z|[+-]\d{2}:\d{2})$/

/**
 * A date as people write it, as far as it is known: `1967`, `1967-03`, `1967-03-14`, `14.03.1967`, `14 Mar 1967`,
 * `1967年3月14日`. Undefined where it is none, or could mean two days.
 */
export function readDate(text: string): PartialDate | undefined {
  const plain = tidy(text)
  for (const form of FORMS) {
    const parts = form.exec(plain)?.groups
    if (parts === undefined) continue
    const { year, day } = parts
    const month = parts['name'] === undefined ? parts['month'] : monthNamed(parts['name'])
    if (month === undefined && (day ?? parts['name']) !== undefined) return undefined
    const written = [year, month, day].filter(part => part !== undefined).map(part => part.padStart(2, '0'))
    return PartialDate.safeParse(written.join('-')).data
  }
  return undefined
}

/**
 * As `readDate`, or a day with its time of day: `2026-11-14 08:30`, taken as local in the IANA zone unless an offset is
 * written. Undefined for an hour that the zone's summer time skips or has twice.
 */
export function readEventTime(text: string, timeZone: string): EventTime | undefined {
  const plain = tidy(text)
  const offset = /\d[:时]\d/.test(plain) ? OFFSET.exec(plain)?.groups?.['offset'] : undefined
  const time = TIME.exec(offset ? plain.slice(0, -offset.length).trim() : plain)?.groups
  if (time === undefined) return readDate(plain)
  const date = readDate(time['date'] ?? '')
  if (date?.length !== 10) return undefined
  const clock = [time['hour'], time['minute'], time['second'] ?? '00'].map(part => part?.padStart(2, '0'))
  const local = `${date}T${clock.join(':')}`
  const written = offset?.toUpperCase() ?? offsetInZone(local, timeZone)
  return written === undefined ? undefined : OffsetDateTime.safeParse(`${local}${written}`).data
}

/** Full-width digits and marks become plain ones. */
function tidy(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

function monthNamed(name: string): string | undefined {
  const month = MONTHS.findIndex(start => name.startsWith(start))
  const long = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
  const isMonth =
    month >= 0 &&
    long
      .format(Date.UTC(2026, month, 1))
      .toLowerCase()
      .startsWith(name)
  return isMonth || name === 'sept' ? String(month + 1) : undefined
}
