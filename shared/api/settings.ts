import { z } from 'zod'
import { mutation, Nothing, query, Reason } from './procedure.ts'

/** What the site decided about Lobule itself. */
export const Settings = z.object({
  /** 0 while nothing was decided: the defaults hold. */
  version: z.int().min(0),
  /** Minutes without anybody at the keyboard after which the store locks. */
  idleMinutes: z.int().min(1).max(60),
})
export type Settings = z.infer<typeof Settings>

export const settings = {
  get: query({ right: 'session.use', input: Nothing, output: Settings }),
  change: mutation({
    right: 'settings.change',
    input: z.strictObject({
      expectedVersion: z.int().min(0),
      idleMinutes: Settings.shape.idleMinutes,
      reason: Reason,
    }),
    output: Settings,
  }),
}
