import { z } from 'zod'
import { PatientId, ProtocolId } from '../ids.ts'

/** What an export holds. */
export const ExportFormat = z.enum(['odm', 'sdtm', 'fhir', 'csv', 'dossier'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** Whose data leave in which form. Null patients: everybody; null protocol: whatever trial they are in, or none. */
export const ExportRequest = z.strictObject({
  format: ExportFormat,
  patients: z.array(PatientId).min(1).max(5000).nullable(),
  protocolId: ProtocolId.nullable(),
  /** Without initials, full name and contact, and of the birth date the year alone. */
  pseudonymised: z.boolean(),
})
export type ExportRequest = z.infer<typeof ExportRequest>

/** One file of an export. `path` has `/` between its parts and no part that leads out. */
export const ExportedFile = z.strictObject({
  path: z.string().min(1),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type ExportedFile = z.infer<typeof ExportedFile>
