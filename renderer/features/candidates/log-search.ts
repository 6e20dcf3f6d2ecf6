import { z } from 'zod'
import { Verdict } from '#shared/core/eligibility/verdict.ts'
import { ProtocolId } from '#shared/core/ids.ts'

/** What the log shows: part of the address. What was searched for is not, because it may be a patient's initials. */
export const LogSearch = z.object({
  protocol: ProtocolId.optional().catch(undefined),
  verdict: Verdict.optional().catch(undefined),
  sort: z.enum(['earliest', 'number', 'entered']).optional().catch(undefined),
  /** The list of candidates, what to find out first, or how many each criterion keeps out. */
  view: z.enum(['missing', 'attrition']).optional().catch(undefined),
})
export type LogSearch = z.infer<typeof LogSearch>
