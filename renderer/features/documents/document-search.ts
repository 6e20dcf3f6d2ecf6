import { z } from 'zod'
import { ReportTo } from '#shared/core/documents/event-case.ts'
import { EventFilter } from '#shared/core/documents/event-listing.ts'
import { DocumentKind, DocumentLanguage } from '#shared/core/documents/payload.ts'
import { FactId, PatientId, ProtocolId, SignatureId, Slug } from '#shared/core/ids.ts'

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

/** Kinds that are made on their own; a worksheet from its visit, a report from its event. The others come with a signature; `signed` prints one in another language. */
export const MadeKind = z.enum([
  'screening_log',
  'trail_extract',
  'chart_review',
  'deviation_list',
  'event_listing',
  'site_certificate',
  'visit_worksheet',
  'sae_report',
  'case_summary',
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
  /** Of a report: which event, and to whom it goes. */
  event: FactId.optional().catch(undefined),
  recipient: ReportTo.optional().catch(undefined),
  /** Of a listing of events. */
  filter: EventFilter.optional().catch(undefined),
})
