import { Sha256 } from '#shared/core/ids.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { stateWords } from './words.ts'

/** What was typed of a fingerprint so far: the fingerprint once it is whole, and what to say of it. */
export interface Typed {
  readonly fingerprint: Sha256 | undefined
  readonly level: 'none' | 'good' | 'bad'
  readonly say: LocalizedText
}

/** Reads a fingerprint while it is typed; groups, spaces and case do not matter. */
export function readTyped(text: string): Typed {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s:-]/g, '')
    .toLowerCase()
  const wrong = /[^0-9a-f]/u.exec(digits)?.[0]
  const fingerprint = Sha256.safeParse(digits).data
  if (wrong !== undefined) return { fingerprint: undefined, level: 'bad', say: stateWords.wrong(wrong) }
  if (digits.length > 64) return { fingerprint: undefined, level: 'bad', say: stateWords.long(digits.length) }
  if (fingerprint) return { fingerprint, level: 'good', say: stateWords.complete }
  return { fingerprint: undefined, level: 'none', say: stateWords.typed(digits.length) }
}
