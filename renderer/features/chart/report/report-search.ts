import { z } from 'zod'
import { CivilDate } from '#shared/core/civil-date.ts'

/** How a report begins, and where its author goes afterwards: part of the address. */
export const ReportSearch = z.object({
  /** The day of the specimen, where it is known from a visit; it can be typed over. */
  on: CivilDate.optional().catch(undefined),
  back: z.literal('visits').optional().catch(undefined),
})
