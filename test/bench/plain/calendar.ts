/*
 * Days as whole numbers since 1970-01-01. Written anew on purpose: the plain functions are the oracle that the engine
 * is compared with, and share nothing with it but the format of the facts.
 */

/** First and last day that something may stand for. */
export interface Days {
  readonly first: number
  readonly last: number
}

const DAY = 24 * 60 * 60 * 1000

/** The day of `YYYY-MM-DD…`. */
export function day(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / DAY
}

/** The days that a time known to the day, month or year stands for, none of them after `entered`. */
export function daysOf(time: string, entered: number): Days {
  if (time.length >= 10) return { first: day(time), last: day(time) }
  const [first, next] =
    time.length === 7
      ? [day(`${time}-01`), firstOfNextMonth(time)]
      : [day(`${time}-01-01`), day(`${Number(time) + 1}-01-01`)]
  return { first, last: Math.min(next - 1, entered) }
}

function firstOfNextMonth(month: string): number {
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5))
  return number === 12 ? day(`${year + 1}-01-01`) : day(`${year}-${String(number + 1).padStart(2, '0')}-01`)
}

/** `months` later in the calendar; a month that lacks the day ends it on its last day. */
export function monthsLater(from: number, months: number): number {
  const start = new Date(from * DAY)
  const target = new Date(start)
  target.setUTCMonth(start.getUTCMonth() + months)
  // JavaScript runs over into the next month where the day does not exist: day 0 is the last of the wanted one.
  if (target.getUTCDate() !== start.getUTCDate()) target.setUTCDate(0)
  return target.getTime() / DAY
}

export function yearsLater(from: number, years: number): number {
  return monthsLater(from, years * 12)
}
