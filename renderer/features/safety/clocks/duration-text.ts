import type { TFunction } from 'i18next'

const HOUR = 60
const DAY = 24 * HOUR
/** From so many minutes on hours alone are hard to read. */
const IN_DAYS = 2 * DAY

/** A length of time in whole minutes as people say it: `5 h 12 min`, `3 d 4 h`. */
export function durationText(minutes: number, t: TFunction<'safetySite'>): string {
  if (minutes < 1) return t('duration.moment')
  if (minutes < HOUR) return t('duration.minutes', { minutes })
  const hours = Math.floor(minutes / HOUR)
  if (minutes < IN_DAYS) {
    const rest = minutes % HOUR
    return rest === 0 ? t('duration.hours', { hours }) : t('duration.hoursMinutes', { hours, minutes: rest })
  }
  const days = Math.floor(minutes / DAY)
  const restHours = hours % 24
  return restHours === 0 ? t('duration.days', { days }) : t('duration.daysHours', { days, hours: restHours })
}
