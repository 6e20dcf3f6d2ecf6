import { z } from 'zod'
import { FactId } from '#shared/core/ids.ts'

/** What the form of a judgement keeps while it is typed. */
export const JudgementDraft = z.strictObject({
  event: FactId,
  values: z.record(z.string(), z.string()),
  reason: z.string(),
})
export type JudgementDraft = z.infer<typeof JudgementDraft>
