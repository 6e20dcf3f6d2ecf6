import { z } from 'zod'
import { ExportedFile, ExportFormat } from '../exports/request.ts'
import { PatientId, ProtocolId, Sha256 } from '../ids.ts'

/**
 * What one export holds, why and for whom it was made: signed before it leaves. Each file is named with its SHA-256, so
 * that whoever has the folder can tell that nothing in it was changed, added or taken away.
 */
export const ExportManifest = z.strictObject({
  kind: z.literal('export_manifest'),
  export: z.string().min(1).max(64),
  format: ExportFormat,
  why: z.string(),
  pseudonymised: z.boolean(),
  /** Screening numbers; null for everybody. */
  patients: z.array(z.strictObject({ id: PatientId, screeningNumber: z.string() })).nullable(),
  protocolId: ProtocolId.nullable(),
  counts: z.strictObject({ subjects: z.int().min(0), facts: z.int().min(0), documents: z.int().min(0) }),
  files: z.array(ExportedFile).min(1),
  /** Last entry of the trail before the export was made. */
  trail: z.strictObject({ seq: z.int().min(1), hash: Sha256 }),
})
export type ExportManifest = z.infer<typeof ExportManifest>
