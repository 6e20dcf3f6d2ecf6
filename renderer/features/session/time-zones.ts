import type { Language } from '#shared/core/text.ts'
import { timeText } from '../../i18n/format.ts'

/** The IANA time zones that this computer knows, with its own among them whatever it is called. */
export function timeZones(own: string): string[] {
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
}

/** Date, time and offset in a zone now, such as `24 Nov 2026 22:10 (UTC+08:00)`. */
export function timeThere(timeZone: string, language: Language, now = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  }).formatToParts(now)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find(one => one.type === type)?.value ?? ''
  const local = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
  const offset = part('timeZoneName').replace('GMT', '') || '+00:00'
  return `${timeText(local, language)} (UTC${offset})`
}
