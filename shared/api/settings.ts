import { z } from 'zod'
import { mutation, Nothing, query, Reason } from './procedure.ts'

/** What the site decided about Lobule itself. */
export const Settings = z.object({
  /** 0 while nothing was decided: the defaults hold. */
  version: z.int().min(0),
  /** Minutes without anybody at the keyboard after which the store locks. */
  idleMinutes: z.int().min(1).max(60),
  /** Days after which a password must be changed; null for never. */
  passwordMaxAgeDays: z.int().min(30).max(730).nullable(),
  /** How many earlier passwords may not be used again. */
  passwordRecall: z.int().min(0).max(10),
  /** A sub-investigator's decision waits for the principal investigator's countersignature. */
  countersignature: z.boolean(),
})
export type Settings = z.infer<typeof Settings>

export const settings = {
  get: query({ right: 'session.use', input: Nothing, output: Settings }),
  change: mutation({
    right: 'settings.change',
    input: z.strictObject({
      expectedVersion: z.int().min(0),
      changes: Settings.omit({ version: true })
        .partial()
        .strict()
        .refine(changes => Object.keys(changes).length > 0, 'name at least one setting to change'),
      reason: Reason,
    }),
    output: Settings,
  }),
}
