import { z } from 'zod'
import { CivilDate } from '#shared/core/civil-date.ts'
import { PatientId, UserId } from '#shared/core/ids.ts'

/** Which entries of the trail are shown: part of the address. Days are UTC. */
export const TrailSearch = z.object({
  patientId: PatientId.optional().catch(undefined),
  /** The path of a field, such as `facts.` and an id. */
  field: z.string().min(1).max(200).optional().catch(undefined),
  userId: UserId.optional().catch(undefined),
  action: z.string().min(1).max(100).optional().catch(undefined),
  from: CivilDate.optional().catch(undefined),
  to: CivilDate.optional().catch(undefined),
})
export type TrailSearch = z.infer<typeof TrailSearch>
