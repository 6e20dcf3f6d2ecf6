import { z } from 'zod'
import { FactKind } from '#shared/core/facts/content.ts'
import { FactId } from '#shared/core/ids.ts'
import { addsFollowUp, FOLLOW_UPS } from '../safety/form/follow-up.ts'
import type { PanelRequest } from './panel-request.ts'

/** What a form of the panel keeps while it is typed; a correction names its fact. */
export const FactDraft = z.strictObject({
  kind: z.union([FactKind, z.literal('negative_finding'), z.literal('not_known')]),
  factId: FactId.optional(),
  /** Of the fact that was being corrected: a later one may say something else. */
  version: z.int().optional(),
  values: z.record(z.string(), z.string()),
  reference: z.string(),
  reason: z.string(),
})
export type FactDraft = z.infer<typeof FactDraft>

/** Where a draft is taken up again. */
export function placeOfDraft({ kind, factId, values }: FactDraft): PanelRequest {
  return factId === undefined
    ? { open: 'enter', kind, draft: true }
    : { open: 'fact', factId, correct: addsFollowUp(values) ? FOLLOW_UPS : 'reason', draft: true }
}
