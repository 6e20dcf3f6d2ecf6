import { z } from 'zod'
import { PatientId } from '#shared/core/ids.ts'

/** What an inspector asks for, in the order of the screen. */
export const InspectionPart = z.enum([
  'overview',
  'documents',
  'deviations',
  'events',
  'copies',
  'imports',
  'exports',
  'people',
  'trail',
])
export type InspectionPart = z.infer<typeof InspectionPart>

/** What is looked at, and of whom: part of the address; without a patient it is the whole site. */
export const InspectionSearch = z.object({
  part: InspectionPart.optional().catch(undefined),
  patientId: PatientId.optional().catch(undefined),
})
