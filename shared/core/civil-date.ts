import { z } from 'zod'

/** Civil date, `YYYY-MM-DD`. Kept as text: a birth date has no time zone. */
export const CivilDate = calendarDay().brand<'CivilDate', 'inout'>()
export type CivilDate = z.infer<typeof CivilDate>

const PARTIAL =
  'a day of the calendar such as 2026-11-14, or 2026-11 or 2026 where only the month or year is known'

/** A date as far as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const PartialDate = z
  .union([calendarDay(), z.string().regex(/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/)], { error: PARTIAL })
  .brand<'PartialDate', 'inout'>()
export type PartialDate = z.infer<typeof PartialDate>

const INSTANT = 'a date and time with its offset, such as 2026-11-14T08:30:00+08:00'

/** Instant with the local time and offset as written, such as `2026-11-14T08:30:00+08:00`. */
export const OffsetDateTime = z.iso
  .datetime({ offset: true, local: false, error: INSTANT, abort: true })
  .regex(/^(?:19|20)/, { error: INSTANT, abort: true })
  .brand<'OffsetDateTime', 'inout'>()
export type OffsetDateTime = z.infer<typeof OffsetDateTime>

/** When something happened: a date as far as it is known, or an instant with its offset. */
export const EventTime = z.union([PartialDate, OffsetDateTime], { error: `${PARTIAL}; or ${INSTANT}` })
export type EventTime = z.infer<typeof EventTime>

/** Whole days since 1970-01-01 in the proleptic Gregorian calendar; `±Infinity` for an open side. */
export type DayNumber = number

const MS_PER_DAY = 86_400_000

/** Day number of a civil date. The text is trusted to have passed `CivilDate`. */
export function dayOf(date: string): DayNumber {
  return (
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_PER_DAY
  )
}

/** Civil date of a finite day number. */
export function dateOf(day: DayNumber): CivilDate {
  const date = new Date(day * MS_PER_DAY)
  const two = (part: number) => (part < 10 ? `0${part}` : `${part}`)
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}` as CivilDate
}

/** The civil date on which an instant fell where it was written down. */
export function localDateOf(time: OffsetDateTime): CivilDate {
  return time.slice(0, 10) as CivilDate
}

/** First and last day that a time may stand for, both included. */
export interface DayBounds {
  readonly earliest: DayNumber
  readonly latest: DayNumber
}

/** The days that a partly known date stands for, both included. A whole instant stands for its local day. */
export function boundsOf(time: EventTime): DayBounds {
  if (time.length >= 10) {
    const day = dayOf(time)
    return { earliest: day, latest: day }
  }
  const year = Number(time.slice(0, 4))
  if (time.length === 4) return { earliest: utcDay(year, 0, 1), latest: utcDay(year, 11, 31) }
  const month = Number(time.slice(5, 7)) - 1
  return { earliest: utcDay(year, month, 1), latest: utcDay(year, month + 1, 0) }
}

/**
 * Where a month or year that lacks the day ends: 31 August plus 6 months, 29 February plus 1 year.
 * `last_day` is the month's last day (28 February), `next_day` the first of the following month (1 March).
 */
export const MonthEnd = z.enum(['last_day', 'next_day'])
export type MonthEnd = z.infer<typeof MonthEnd>

/** A length of time as protocols write it. A week is 7 days; months and years follow the calendar. */
export const Period = z.strictObject({
  amount: z.int().min(0).max(1000),
  unit: z.enum(['day', 'week', 'month', 'year']),
})
export type Period = z.infer<typeof Period>

/** The day that lies `period` after `day` (`sign` 1) or before it (`sign` -1). Open sides stay open. */
export function shiftDay(day: DayNumber, period: Period, sign: 1 | -1, monthEnd: MonthEnd): DayNumber {
  if (!Number.isFinite(day)) return day
  switch (period.unit) {
    case 'day':
      return day + sign * period.amount
    case 'week':
      return day + sign * period.amount * 7
    case 'month':
      return shiftMonths(day, sign * period.amount, monthEnd)
    case 'year':
      return shiftMonths(day, sign * period.amount * 12, monthEnd)
  }
}

function shiftMonths(day: DayNumber, months: number, monthEnd: MonthEnd): DayNumber {
  const date = new Date(day * MS_PER_DAY)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth() + months
  const lastDay = utcDay(year, month + 1, 0)
  const wanted = utcDay(year, month, 1) + date.getUTCDate() - 1
  if (wanted <= lastDay) return wanted
  return monthEnd === 'last_day' ? lastDay : lastDay + 1
}

function calendarDay() {
  const error = 'a day of the calendar from 1900 to 2099, such as 2026-11-14'
  return z.iso.date({ error }).regex(/^(?:19|20)/, error)
}

function utcDay(year: number, month: number, day: number): DayNumber {
  return Date.UTC(year, month, day) / MS_PER_DAY
}
