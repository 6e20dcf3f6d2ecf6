import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { attributeName, valueName } from '#shared/core/names.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import { minuteText } from './times.ts'

/** Whether a value has parts of its own: grades as they followed each other, who learned of something and when. */
export function isStructured(value: unknown): value is object {
  if (Array.isArray(value)) return value.some(isStructured)
  return typeof value === 'object' && value !== null
}

/** What somebody wrote in their own words stays as it is, even where it is spelt like a code. */
const WRITTEN = new Set(['term', 'text', 'by', 'reference', 'reason', 'code'])

/** Such a value in words: each part by its name. */
export function structuredText(name: string, value: unknown): LocalizedText {
  if (Array.isArray(value)) {
    const parts = value.map(one => structuredText(name, one))
    return parts.length === 0 ? verbatim('–') : joined(parts, ['; ', '；'])
  }
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(([key, inner]) => named(key, structuredText(key, inner)))
    return joined(parts, [', ', '，'])
  }
  if (value === null) return valueName('not_applicable')
  if (WRITTEN.has(name)) return verbatim(String(value))
  const instant = OffsetDateTime.safeParse(value).data
  return instant === undefined ? valueName(value) : verbatim(minuteText(instant))
}

function named(key: string, value: LocalizedText): LocalizedText {
  const name = attributeName(key)
  return { en: `${name.en} ${value.en}`, 'zh-CN': `${name['zh-CN']} ${value['zh-CN']}` }
}

function joined(parts: readonly LocalizedText[], [en, zh]: readonly [string, string]): LocalizedText {
  return {
    en: parts.map(part => part.en).join(en),
    'zh-CN': parts.map(part => part['zh-CN']).join(zh),
  }
}
