import { z } from 'zod'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { DocumentKind, DocumentLanguage } from '#shared/core/documents/payload.ts'
import { DocumentId, PatientId, ProtocolId, Sha256, SignatureId, UserId } from '#shared/core/ids.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'
import { checkVersion } from './versions.ts'

const Slot = z.object({
  page: z.int().min(0),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
})
const slots = z
  .string()
  .transform(text => JSON.parse(text) as unknown)
  .pipe(z.array(Slot))

/** A document through all its revisions. */
const DocumentRow = z.object({
  id: DocumentId,
  kind: DocumentKind,
  patientId: PatientId.nullable(),
  protocolId: ProtocolId.nullable(),
  /** The signature whose record it shows. */
  signatureId: SignatureId.nullable(),
  language: DocumentLanguage,
  createdAt: OffsetDateTime,
  authorId: UserId,
})
export type DocumentRow = z.infer<typeof DocumentRow>

const ContentRow = z.object({ payload: z.string(), slots })
/** What is printed, as canonical JSON, and where the first print left room for signatures. */
export type DocumentContentRow = z.infer<typeof ContentRow>

const RevisionRow = z.object({
  documentId: DocumentId,
  revision: z.int(),
  sha256: Sha256,
  bytes: z.int(),
  signatureId: SignatureId.nullable(),
  enteredAt: OffsetDateTime,
  authorId: UserId,
})
export type RevisionRow = z.infer<typeof RevisionRow>

const COLUMNS = `document_id AS id, kind, patient_id AS patientId, protocol_id AS protocolId,
  signature_id AS signatureId, language, created_at AS createdAt, author_id AS authorId`

/** Keeps a new document, without a revision yet. */
export function insertDocument(db: WritableDb, document: DocumentRow & DocumentContentRow): void {
  const { id, kind, patientId, protocolId, signatureId, language, payload, createdAt, authorId } = document
  const sql = `INSERT INTO documents (document_id, kind, patient_id, protocol_id, signature_id, language, payload,
    slots, created_at, author_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  const about = [id, kind, patientId, protocolId, signatureId, language]
  insert(db, sql).run(...about, payload, JSON.stringify(document.slots), createdAt, authorId)
}

/** One document, or undefined. */
export function findDocument(db: ReadableDb, id: DocumentId): DocumentRow | undefined {
  const row = select(db, `SELECT ${COLUMNS} FROM documents WHERE document_id = ?`).get(id)
  return row === undefined ? undefined : DocumentRow.parse(row)
}

/** What a document prints; undefined where there is none. */
export function documentContent(db: ReadableDb, id: DocumentId): DocumentContentRow | undefined {
  const row = select(db, 'SELECT payload, slots FROM documents WHERE document_id = ?').get(id)
  return row === undefined ? undefined : ContentRow.parse(row)
}

/** All documents, or those of a patient or a protocol; the newest first. */
export function listDocuments(
  db: ReadableDb,
  { patientId, protocolId }: { patientId?: PatientId | undefined; protocolId?: ProtocolId | undefined },
): DocumentRow[] {
  const sql = `SELECT ${COLUMNS} FROM documents WHERE (?1 IS NULL OR patient_id = ?1)
    AND (?2 IS NULL OR protocol_id = ?2) ORDER BY unixepoch(created_at, 'subsec') DESC, document_id`
  return select(db, sql)
    .all({ 1: patientId ?? null, 2: protocolId ?? null })
    .map(row => DocumentRow.parse(row))
}

/** Adds the next revision. Throws `stale_version`. */
export function insertRevision(
  db: WritableDb,
  { pdf, ...revision }: Omit<RevisionRow, 'bytes'> & { readonly pdf: Uint8Array },
): void {
  const latest = revisionsOf(db, [revision.documentId]).at(-1)?.revision ?? 0
  checkVersion('document', latest, revision.revision)
  const sql = `INSERT INTO document_revisions (document_id, revision, sha256, pdf, signature_id, entered_at, author_id)
    VALUES (?, ?, ?, ?, ?, ?, ?)`
  const { documentId, sha256, signatureId, enteredAt, authorId } = revision
  insert(db, sql).run(documentId, revision.revision, sha256, pdf, signatureId, enteredAt, authorId)
}

/** The revisions of these documents without their bytes, in order. */
export function revisionsOf(db: ReadableDb, ids: readonly DocumentId[]): RevisionRow[] {
  const sql = `SELECT document_id AS documentId, revision, sha256, length(pdf) AS bytes, signature_id AS signatureId,
    entered_at AS enteredAt, author_id AS authorId FROM document_revisions
    WHERE document_id IN (SELECT value FROM json_each(?)) ORDER BY document_id, revision`
  return select(db, sql)
    .all(JSON.stringify(ids))
    .map(row => RevisionRow.parse(row))
}

/** The bytes of one revision, or undefined. */
export function revisionBytes(db: ReadableDb, id: DocumentId, revision: number): Uint8Array | undefined {
  const sql = 'SELECT pdf FROM document_revisions WHERE document_id = ? AND revision = ?'
  const pdf = select(db, sql).pluck().get(id, revision)
  return pdf === undefined ? undefined : z.instanceof(Uint8Array).parse(pdf)
}
