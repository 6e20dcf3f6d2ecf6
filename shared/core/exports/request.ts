import { z } from 'zod'
import { PatientId, ProtocolId, Sha256 } from '../ids.ts'

/** What an export holds. */
export const ExportFormat = z.enum(['odm', 'sdtm', 'fhir', 'csv', 'dossier'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** Whose data leave in which form. Null patients: everybody; null protocol: whatever trial they are in, or none. */
export const ExportRequest = z
  .strictObject({
    format: ExportFormat,
    patients: z.array(PatientId).min(1).max(5000).nullable(),
    protocolId: ProtocolId.nullable(),
    /** Without initials, full name and contact, and of the birth date the year alone. Not of a dossier. */
    pseudonymised: z.boolean(),
  })
  .refine(({ format, pseudonymised }) => format !== 'dossier' || !pseudonymised, {
    path: ['pseudonymised'],
    error: 'a dossier holds signed documents and certified copies as they are; it cannot be pseudonymised',
  })
export type ExportRequest = z.infer<typeof ExportRequest>

/** One file of an export. `path` has `/` between its parts and no part that leads out. */
export const ExportedFile = z.strictObject({
  path: z.string().min(1),
  bytes: z.int().min(0),
  sha256: Sha256,
})
export type ExportedFile = z.infer<typeof ExportedFile>
