import type { NoScore } from '../scores/result.ts'
import { type LocalizedText, text } from '../text.ts'

/** A score, or what it lacks. */
export type Outcome =
  | { readonly value: number; readonly category: string | null }
  | { readonly lacks: readonly LocalizedText[] }

/** A measured value that no living patient has is said to be that, and not computed with. */
export function whyNot(result: NoScore): LocalizedText {
  if (result.state === 'missing') return text(result.fields.join(', '), result.fields.join('、'))
  const { field, low, high } = result
  return text(
    `${field} outside what is plausible (${low} to ${high})`,
    `${field}超出合理范围（${low}～${high}）`,
  )
}
