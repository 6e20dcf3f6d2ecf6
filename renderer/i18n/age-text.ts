import type { Language } from '#shared/core/text.ts'

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** How long ago something was, in the largest unit that it fills: `3 days ago`; under a minute, or later than `now`: `just now`. */
export function ageText(since: string, now: string, language: Language): string {
  const seconds = Math.floor((Date.parse(now) - Date.parse(since)) / 1000)
  const [unit, length] = UNITS.find(([, needed]) => seconds >= needed) ?? []
  if (unit === undefined) return language === 'en' ? 'just now' : '刚刚'
  return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(
    -Math.floor(seconds / length),
    unit,
  )
}
