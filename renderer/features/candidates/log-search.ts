import { z } from 'zod'
import { ProtocolId } from '#shared/core/ids.ts'

/** Which candidates the log shows, by what the protocols say of them on the day of the log. */
export const Standing = z.enum(['now', 'soon', 'nearly', 'cannot_tell', 'ineligible'])
export type Standing = z.infer<typeof Standing>

export const LogSort = z.enum(['number', 'earliest', 'entered'])
export type LogSort = z.infer<typeof LogSort>

/** What the log shows: part of the address. What was searched for is not, because it may be a patient's initials. */
export const LogSearch = z.object({
  protocol: ProtocolId.optional().catch(undefined),
  standing: Standing.optional().catch(undefined),
  /** Only candidates with a decision that has to be signed again. */
  signing: z.literal('again').optional().catch(undefined),
  sort: LogSort.optional().catch(undefined),
  /** The list of candidates where absent; what to find out first; how many each criterion keeps out. */
  view: z.enum(['missing', 'attrition']).optional().catch(undefined),
})
export type LogSearch = z.infer<typeof LogSearch>
