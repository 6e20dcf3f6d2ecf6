import { z } from 'zod'
import { Language } from '../core/text.ts'
import { mutation, Nothing, query } from './procedure.ts'

/** How the screens look on this computer. Kept in the clear beside the store: the unlock screen needs it. */
export const Preferences = z.strictObject({
  /** Null until somebody chose one: the computer's own language, if Lobule speaks it, else English. */
  language: Language.nullable(),
  theme: z.enum(['light', 'dark', 'auto']),
})
export type Preferences = z.infer<typeof Preferences>

export const preferences = {
  get: query({ right: 'open', input: Nothing, output: Preferences }),
  set: mutation({ right: 'open', input: Preferences, output: Preferences }),
}
