import { z } from 'zod'
import { DocumentKind, DocumentLanguage } from '#shared/core/documents/payload.ts'
import { PatientId, ProtocolId, SignatureId } from '#shared/core/ids.ts'

/** Which documents the list shows: part of the address. */
export const DocumentSearch = z.object({
  candidate: z
    .union([PatientId, z.literal('site')])
    .optional()
    .catch(undefined),
  kind: DocumentKind.optional().catch(undefined),
  protocol: ProtocolId.optional().catch(undefined),
  language: DocumentLanguage.optional().catch(undefined),
})
export type DocumentSearch = z.infer<typeof DocumentSearch>

/** Kinds that are made on their own; the others come with a signature, and `signed` prints one in another language. */
export const MadeKind = z.enum(['screening_log', 'trail_extract', 'site_certificate', 'signed'])
export type MadeKind = z.infer<typeof MadeKind>

/** What a new document shall be. */
export const NewDocumentSearch = z.object({
  kind: MadeKind.optional().catch(undefined),
  patientId: PatientId.optional().catch(undefined),
  signature: SignatureId.optional().catch(undefined),
})
