import { z } from 'zod'
import { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Deviation } from '#shared/core/schedule/deviation.ts'

/** How deviations are picked: by what the site said, or that it said nothing yet. */
export const DeviationStanding = z.enum(['open', 'important', 'not_important'])
export type DeviationStanding = z.infer<typeof DeviationStanding>

/** Which deviations the page shows: part of the address. */
export const DeviationSearch = z.object({
  patientId: PatientId.optional().catch(undefined),
  protocol: ProtocolId.optional().catch(undefined),
  assessed: DeviationStanding.optional().catch(undefined),
})
export type DeviationSearch = z.infer<typeof DeviationSearch>

export function standingOf({ note }: Deviation): DeviationStanding {
  return note?.class ?? 'open'
}
