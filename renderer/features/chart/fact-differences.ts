import type { FactContent } from '#shared/core/facts/content.ts'
import { attributeTitle, type Speech, valueText } from './fact-words.ts'

export interface Difference {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** What changed between two versions of a fact, attribute by attribute. */
export function differencesOf(before: FactContent, after: FactContent, speech: Speech): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const old: Record<string, unknown> = { ...before }
  const now: Record<string, unknown> = { ...after }
  return names
    .filter(name => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
    .map(name => ({
      name: attributeTitle(name, speech),
      before: valueText(before, name, speech),
      after: valueText(after, name, speech),
    }))
}
