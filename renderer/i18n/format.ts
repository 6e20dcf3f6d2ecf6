import type { Language } from '#shared/core/text.ts'

export { unitText } from '#shared/core/unit-text.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date as far as it is known (`2026`, `2026-11`, `2026-11-24`): `24 Nov 2026` in English, ISO in Chinese. */
export function dateText(date: string, language: Language): string {
  if (language === 'zh-CN') return date
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const name = MONTHS[Number(month) - 1] ?? month
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** An instant with its offset as it was written where it happened: `24 Nov 2026 14:05`. Dates stay dates. */
export function timeText(time: string, language: Language): string {
  if (time.length <= 10) return dateText(time, language)
  return `${dateText(time.slice(0, 10), language)} ${time.slice(11, 16)}`
}

/** From one time to another as far as they are known; within one day the day is said once, within one minute the time. */
export function spanText(from: string, to: string | null | undefined, language: Language): string {
  const start = timeText(from, language)
  if (to === null || to === undefined || timeText(to, language) === start) return start
  const isWithinDay = from.length > 10 && to.length > 10 && from.slice(0, 10) === to.slice(0, 10)
  return `${start} – ${isWithinDay ? to.slice(11, 16) : timeText(to, language)}`
}

/** An instant as a signature prints it, to the second and with its offset: `24 Nov 2026 14:05:09 (UTC+08:00)`. */
export function instantText(time: string, language: Language): string {
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/.exec(time)?.[0] ?? ''
  const day = dateText(time.slice(0, 10), language)
  return `${day} ${time.slice(11, 19)} (UTC${offset === 'Z' ? '+00:00' : offset})`
}

/** An instant in UTC as the clock showed it that wrote `like`, with its offset. */
export function withOffsetOf(at: string, like: string): string {
  const offset = /[+-]\d{2}:\d{2}$/.exec(like)?.[0]
  if (offset === undefined) return at
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  const ahead = (hours * 60 + minutes) * (offset.startsWith('-') ? -60_000 : 60_000)
  return `${new Date(Date.parse(at) + ahead).toISOString().slice(0, 19)}${offset}`
}

/** A count with its digits grouped. */
export function countText(count: number, language: Language): string {
  return new Intl.NumberFormat(language).format(count)
}
