import { z } from 'zod'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { DocumentId, FactId, PatientId, ProtocolId, Sha256, SignatureId, UserId } from '#shared/core/ids.ts'
import { Invalidation } from '#shared/core/signatures/change.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'

/** One signature as it is kept; `record` is the text that was signed, byte for byte. */
const SignatureRow = z.object({
  id: SignatureId,
  kind: z.enum(['eligibility', 'configuration', 'causality', 'countersignature', 'withdrawal', 'document']),
  patientId: PatientId.nullable(),
  protocolId: ProtocolId.nullable(),
  /** The signature that it countersigns or withdraws. */
  of: SignatureId.nullable(),
  documentId: DocumentId.nullable(),
  /** The adverse event whose causality it judges. */
  event: FactId.nullable(),
  record: z.string(),
  /** DER in base64. */
  signature: z.string(),
  serial: z.string(),
  signerId: UserId,
  signedAt: OffsetDateTime,
})
export type SignatureRow = z.infer<typeof SignatureRow>

const COLUMNS = `signature_id AS id, kind, patient_id AS patientId, protocol_id AS protocolId, of_id AS "of",
  document_id AS documentId, fact_id AS event, record, signature, serial, signer_id AS signerId, signed_at AS signedAt`

/** Keeps a signature. */
export function insertSignature(db: WritableDb, row: SignatureRow): void {
  const { id, kind, patientId, protocolId, of, documentId, event } = row
  const { record, signature, serial, signerId, signedAt } = row
  const sql = `INSERT INTO signatures (signature_id, kind, patient_id, protocol_id, of_id, document_id, fact_id,
    record, signature, serial, signer_id, signed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  const place = [id, kind, patientId, protocolId, of, documentId, event]
  insert(db, sql).run(...place, record, signature, serial, signerId, signedAt)
}

/** One signature, or undefined. */
export function findSignature(db: ReadableDb, id: SignatureId): SignatureRow | undefined {
  const row = select(db, `SELECT ${COLUMNS} FROM signatures WHERE signature_id = ?`).get(id)
  return row === undefined ? undefined : SignatureRow.parse(row)
}

/** Which signatures are asked for. */
export interface SignatureFilter {
  readonly patientId?: PatientId | undefined
  readonly protocolId?: ProtocolId | undefined
  readonly kinds?: readonly SignatureRow['kind'][] | undefined
  /** Only those that say nothing of any patient. */
  readonly withoutPatient?: boolean | undefined
}

/** Their ids, the newest first; the records are long and are read only where they are not known yet. */
export function signatureIds(db: ReadableDb, filter: SignatureFilter = {}): SignatureId[] {
  const { patientId, protocolId, kinds, withoutPatient } = filter
  const conditions: [string, string | undefined][] = [
    ['patient_id = ?', patientId],
    ['protocol_id = ?', protocolId],
    ['kind IN (SELECT value FROM json_each(?))', kinds && JSON.stringify(kinds)],
    ['? AND patient_id IS NULL', withoutPatient ? '1' : undefined],
  ]
  const used = conditions.flatMap(([text, value]) => (value === undefined ? [] : [{ text, value }]))
  const where = used.length === 0 ? '' : `WHERE ${used.map(({ text }) => text).join(' AND ')}`
  const sql = `SELECT signature_id FROM signatures ${where} 
    -- By the trail's numbers: a clock that was set back makes nothing older. What cannot be read hides behind nothing.
    ORDER BY CASE WHEN json_valid(record) THEN record ->> '$.trail.seq' ELSE 9e15 END DESC,
      unixepoch(signed_at, 'subsec') DESC, signature_id`
  return select(db, sql)
    .pluck()
    .all(...used.map(({ value }) => value))
    .map(id => SignatureId.parse(id))
}

/** The signatures with these ids, in no order. */
export function signaturesById(db: ReadableDb, ids: readonly SignatureId[]): SignatureRow[] {
  const sql = `SELECT ${COLUMNS} FROM signatures WHERE signature_id IN (SELECT value FROM json_each(?))`
  return select(db, sql)
    .all(JSON.stringify(ids))
    .map(row => SignatureRow.parse(row))
}

/** The countersignatures and withdrawals of these signatures. */
export function signaturesAbout(db: ReadableDb, ids: readonly SignatureId[]): SignatureId[] {
  const sql = 'SELECT signature_id FROM signatures WHERE of_id IN (SELECT value FROM json_each(?))'
  return select(db, sql)
    .pluck()
    .all(JSON.stringify(ids))
    .map(id => SignatureId.parse(id))
}

const MarkRow = z.object({ signature: SignatureId, why: z.string(), at: OffsetDateTime })
/** That a signature no longer covers current data: since when and why. */
export interface Mark {
  readonly signature: SignatureId
  readonly why: Invalidation
  readonly at: OffsetDateTime
}

/** Marks a signature as no longer covering current data; there is one mark for each, the first. */
export function insertMark(db: WritableDb, mark: Mark & { readonly authorId: UserId }): void {
  const sql = 'INSERT INTO signature_marks (signature_id, why, entered_at, author_id) VALUES (?, ?, ?, ?)'
  insert(db, sql).run(mark.signature, JSON.stringify(mark.why), mark.at, mark.authorId)
}

/** The marks of these signatures. */
export function marksOf(db: ReadableDb, ids: readonly SignatureId[]): Map<SignatureId, Mark> {
  const sql = `SELECT signature_id AS signature, why, entered_at AS at FROM signature_marks
    WHERE signature_id IN (SELECT value FROM json_each(?))`
  const marks = select(db, sql)
    .all(JSON.stringify(ids))
    .map(row => MarkRow.parse(row))
  return new Map(
    marks.map(({ signature, why, at }) => [
      signature,
      { signature, at, why: Invalidation.parse(JSON.parse(why)) },
    ]),
  )
}

/** Decisions and approvals that nobody withdrew and nothing marked; the long records are not read. */
export function standingSignatures(
  db: ReadableDb,
  { patientId, protocolId }: Pick<SignatureFilter, 'patientId' | 'protocolId'> = {},
): SignatureId[] {
  const sql = `SELECT signature_id FROM signatures s WHERE kind IN ('eligibility', 'configuration', 'causality')
    AND (?1 IS NULL OR patient_id = ?1) AND (?2 IS NULL OR protocol_id = ?2)
    AND NOT EXISTS (SELECT 1 FROM signature_marks m WHERE m.signature_id = s.signature_id)
    AND NOT EXISTS (SELECT 1 FROM signatures w WHERE w.of_id = s.signature_id AND w.kind = 'withdrawal')
    ORDER BY unixepoch(signed_at, 'subsec'), signature_id`
  return select(db, sql)
    .pluck()
    .all({ 1: patientId ?? null, 2: protocolId ?? null })
    .map(id => SignatureId.parse(id))
}

const ProtocolSigned = z.object({
  id: SignatureId,
  kind: SignatureRow.shape.kind,
  /** Null for a judgement about a patient in no trial. */
  protocolId: ProtocolId.nullable(),
  sha256: z.string().nullable(),
  rules: z.string().nullable(),
})

/** Under which definition and rules each standing signature was put; one that cannot be read keeps nobody out. */
export function signedDefinitions(db: ReadableDb): z.infer<typeof ProtocolSigned>[] {
  const sql = `SELECT signature_id AS id, kind, protocol_id AS protocolId, record ->> '$.subject.protocol.sha256' AS sha256,
    record ->> '$.subject.rules' AS rules
    FROM signatures WHERE json_valid(record) AND signature_id IN (SELECT value FROM json_each(?))`
  return select(db, sql)
    .all(JSON.stringify(standingSignatures(db)))
    .map(row => ProtocolSigned.parse(row))
}

const AnchorRow = z.object({ id: SignatureId, seq: z.int(), hash: Sha256 })
/** A place of the trail as a signed record names it. */
export type SignedAnchor = z.infer<typeof AnchorRow>

/** The head of the trail that each signature holds, by its number. */
export function signedAnchors(db: ReadableDb): SignedAnchor[] {
  const sql = `SELECT signature_id AS id, record ->> '$.trail.seq' AS seq, record ->> '$.trail.hash' AS hash
    FROM signatures WHERE json_valid(record) ORDER BY seq`
  return select(db, sql)
    .all()
    .flatMap(row => {
      const { data } = AnchorRow.safeParse(row)
      return data === undefined ? [] : [data]
    })
}
