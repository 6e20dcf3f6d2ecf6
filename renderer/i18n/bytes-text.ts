import type { Language } from '#shared/core/text.ts'

const UNITS = ['B', 'kB', 'MB', 'GB'] as const

/** How large a file is, in units of 1,000 with at most one digit after the point: `1.4 MB`. */
export function bytesText(bytes: number, language: Language): string {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: step === 0 ? 0 : 1 })
  return `${size.format(bytes / 1000 ** step)} ${UNITS[step] ?? 'B'}`
}
