import { z } from 'zod'
import { DocumentKind, DocumentLanguage } from '#shared/core/documents/payload.ts'
import { PatientId, ProtocolId, SignatureId, Slug } from '#shared/core/ids.ts'

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

/** Kinds that are made on their own; a worksheet from its visit. The others come with a signature; `signed` prints one in another language. */
export const MadeKind = z.enum([
  'screening_log',
  'trail_extract',
  'chart_review',
  'deviation_list',
  'site_certificate',
  'visit_worksheet',
  'signed',
])
export type MadeKind = z.infer<typeof MadeKind>

/** What a new document shall be. */
export const NewDocumentSearch = z.object({
  kind: MadeKind.optional().catch(undefined),
  patientId: PatientId.optional().catch(undefined),
  protocolId: ProtocolId.optional().catch(undefined),
  /** Of a worksheet: which visit, and the dose that it is counted from where there is more than one. */
  visit: Slug.optional().catch(undefined),
  number: z.coerce.number().int().min(1).max(50).optional().catch(undefined),
  signature: SignatureId.optional().catch(undefined),
})
