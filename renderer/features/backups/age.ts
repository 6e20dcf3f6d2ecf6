import type { TFunction } from 'i18next'

const HOUR = 60
const DAY = 24 * HOUR
/** From so many minutes on hours alone are hard to read. */
const IN_DAYS = 2 * DAY

/** How long ago something was by the engine's time, as people say it: `2 h ago`. Never less than nothing. */
export function ageText(then: string, now: string, t: TFunction<'backups'>): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(then)) / 60_000)
  if (minutes < 1) return t('age.now')
  if (minutes < HOUR) return t('age.minutes', { count: minutes })
  if (minutes < IN_DAYS) return t('age.hours', { count: Math.floor(minutes / HOUR) })
  return t('age.days', { count: Math.floor(minutes / DAY) })
}
