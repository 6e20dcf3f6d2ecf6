import { z } from 'zod'
import { CivilDate, OffsetDateTime } from '../core/civil-date.ts'
import { ReportTo } from '../core/documents/event-case.ts'
import { EventFilter } from '../core/documents/event-listing.ts'
import { DocumentKind, DocumentLanguage } from '../core/documents/payload.ts'
import { DocumentId, FactId, PatientId, ProtocolId, Sha256, SignatureId, Slug } from '../core/ids.ts'
import { SeriesId } from '../core/trends/series.ts'
import { mutation, Nothing, query } from './procedure.ts'
import { SignatureRequest } from './signatures.ts'

/** What a document is to be about. */
export const DocumentRequest = z.discriminatedUnion('kind', [
  /** Of what would be signed now: a preview only, the signature makes the document. */
  z.strictObject({ kind: z.literal('signature'), request: SignatureRequest }),
  /** Of a signature that there is, in another language: signed on its own. */
  z.strictObject({ kind: z.literal('signed'), signature: SignatureId }),
  z.strictObject({ kind: z.literal('screening_log'), on: CivilDate.optional() }),
  z.strictObject({
    kind: z.literal('trail_extract'),
    patientId: PatientId.nullable(),
    from: CivilDate.optional(),
    to: CivilDate.optional(),
  }),
  z.strictObject({ kind: z.literal('site_certificate') }),
  /** To be filled in by hand; `number` is the dose that the visit is counted from, where it is counted from each. */
  z.strictObject({
    kind: z.literal('visit_worksheet'),
    patientId: PatientId,
    protocolId: ProtocolId,
    visit: Slug,
    number: z.int().min(1).max(50).optional(),
  }),
  /** Without `series`: everything that there is a value of. Without a protocol there is no day 0. */
  z.strictObject({
    kind: z.literal('chart_review'),
    patientId: PatientId,
    protocolId: ProtocolId.nullable(),
    series: z.array(SeriesId).min(1).max(60).optional(),
  }),
  /** Null for everybody, and for every protocol. */
  z.strictObject({
    kind: z.literal('deviation_list'),
    patientId: PatientId.nullable(),
    protocolId: ProtocolId.nullable(),
  }),
  /** Of a serious adverse event, to be sent: whether it is the first to this recipient follows from the reports on record. */
  z.strictObject({ kind: z.literal('sae_report'), event: FactId, to: ReportTo }),
  /** Of any adverse event, on one page. */
  z.strictObject({ kind: z.literal('case_summary'), event: FactId, to: ReportTo }),
  /** Null for everybody, and for every protocol; without a filter every event. */
  z.strictObject({
    kind: z.literal('event_listing'),
    patientId: PatientId.nullable(),
    protocolId: ProtocolId.nullable(),
    filter: EventFilter.optional(),
  }),
])
export type DocumentRequest = z.infer<typeof DocumentRequest>

const Revision = z.object({
  revision: z.int().min(1),
  sha256: Sha256,
  bytes: z.int().min(1),
  enteredAt: OffsetDateTime,
  /** The signature that made it; null where it is unsigned. */
  signature: SignatureId.nullable(),
})

/** One document of the site file. */
export const DocumentSummary = z.object({
  id: DocumentId,
  kind: DocumentKind,
  patientId: PatientId.nullable(),
  protocolId: ProtocolId.nullable(),
  language: DocumentLanguage,
  createdAt: OffsetDateTime,
  createdBy: z.string(),
  revisions: z.array(Revision),
})
export type DocumentSummary = z.infer<typeof DocumentSummary>

/** A PDF in base64, and the name that it has in the site file. */
const File = z.object({ fileName: z.string(), pdf: z.base64(), sha256: Sha256 })

/** PDFs for the site file. Nothing leaves without an entry in the trail (trust.md C4). */
export const documents = {
  list: query({
    right: 'documents.export',
    input: z.strictObject({ patientId: PatientId.optional(), protocolId: ProtocolId.optional() }),
    output: z.array(DocumentSummary),
  }),
  /** As it would look, marked as a preview, kept nowhere. */
  preview: query({
    right: 'documents.export',
    input: z.strictObject({ request: DocumentRequest, language: DocumentLanguage }),
    output: File,
  }),
  /** Makes and keeps an unsigned document; `signatures.sign` signs it. */
  create: mutation({
    right: 'documents.export',
    input: z.strictObject({ request: DocumentRequest, language: DocumentLanguage }),
    output: DocumentSummary,
  }),
  /** The latest revision as it was kept, to look at. */
  get: query({
    right: 'documents.export',
    input: z.strictObject({ id: DocumentId, revision: z.int().min(1).optional() }),
    output: z.object({ summary: DocumentSummary, file: File }),
  }),
  /** The same, to be taken out of Lobule: its SHA-256 goes into the trail. */
  export: mutation({
    right: 'documents.export',
    input: z.strictObject({ id: DocumentId, how: z.enum(['file', 'print']) }),
    output: File,
  }),
  /** The self-contained page that verifies what was exported, to be kept beside it. */
  verifierPage: query({
    right: 'session.use',
    input: Nothing,
    output: z.object({ fileName: z.string(), text: z.string() }),
  }),
}
