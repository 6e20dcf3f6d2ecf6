import { z } from 'zod'

/** The languages in which Lobule speaks. */
export const Language = z.enum(['en', 'zh-CN'])
export type Language = z.infer<typeof Language>

/** One statement in both languages; neither is a fallback for the other. */
export const LocalizedText = z.strictObject({ en: z.string().min(1), 'zh-CN': z.string().min(1) })
export type LocalizedText = z.infer<typeof LocalizedText>

/** A statement in both languages, as tables of words write it. */
export function text(en: string, zh: string): LocalizedText {
  return { en, 'zh-CN': zh }
}

/** A statement whose words are the same in both languages: a code, a name, a number. */
export function verbatim(text: string): LocalizedText {
  return { en: text, 'zh-CN': text }
}

/** Ends an exhaustive `switch`: a new member of the union fails to compile here. */
export function assertNever(value: never, what: string): never {
  throw new Error(`unhandled ${what}: ${JSON.stringify(value)}`)
}
