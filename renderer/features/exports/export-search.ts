import { z } from 'zod'
import { ExportFormat } from '#shared/core/exports/request.ts'
import { PatientId, ProtocolId } from '#shared/core/ids.ts'

/** What a new export begins with: part of the address. */
export const NewExportSearch = z.object({
  format: ExportFormat.optional().catch(undefined),
  patientId: PatientId.optional().catch(undefined),
  protocolId: ProtocolId.optional().catch(undefined),
  /** The export that is prepared again. */
  again: z.string().max(64).optional().catch(undefined),
})
export type NewExportSearch = z.infer<typeof NewExportSearch>
