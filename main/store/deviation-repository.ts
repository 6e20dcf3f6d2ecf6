import canonicalize from 'canonicalize'
import { z } from 'zod'
import { CivilDate, OffsetDateTime } from '#shared/core/civil-date.ts'
import { PatientId, ProtocolId, UserId } from '#shared/core/ids.ts'
import { DeviationNote } from '#shared/core/schedule/deviation.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'
import { checkVersion } from './versions.ts'

const AddedRow = z.object({
  key: z.string(),
  patientId: PatientId,
  protocolId: ProtocolId,
  on: CivilDate,
  text: z.string(),
  enteredAt: OffsetDateTime,
  authorId: UserId,
})
/** A deviation that a person added. */
export type AddedDeviation = z.infer<typeof AddedRow>

const NoteRow = z.object({
  key: z.string(),
  version: z.int(),
  patientId: PatientId,
  note: z
    .string()
    .transform(text => JSON.parse(text) as unknown)
    .pipe(DeviationNote),
  enteredAt: OffsetDateTime,
  authorId: UserId,
})
/** What the site said about a deviation at one time. */
export type DeviationNoteVersion = z.infer<typeof NoteRow> & { readonly reason?: string }

/** Keeps a deviation that a person added. */
export function insertAddedDeviation(db: WritableDb, added: AddedDeviation): void {
  const { key, patientId, protocolId, on, text, enteredAt, authorId } = added
  const sql = `INSERT INTO added_deviations (deviation_key, patient_id, protocol_id, happened_on, text, entered_at,
    author_id) VALUES (?, ?, ?, ?, ?, ?, ?)`
  insert(db, sql).run(key, patientId, protocolId, on, text, enteredAt, authorId)
}

/** Those that people added, of one patient or of all, in the order of their keys. */
export function addedDeviations(db: ReadableDb, patientId?: PatientId): AddedDeviation[] {
  const sql = `SELECT deviation_key AS key, patient_id AS patientId, protocol_id AS protocolId, happened_on AS "on",
    text, entered_at AS enteredAt, author_id AS authorId
    FROM added_deviations WHERE ?1 IS NULL OR patient_id = ?1 ORDER BY deviation_key`
  return select(db, sql)
    .all({ 1: patientId ?? null })
    .map(row => AddedRow.parse(row))
}

/** Keeps the next version of a note. Throws `stale_version`. */
export function insertDeviationNote(db: WritableDb, note: DeviationNoteVersion): void {
  const { key, version, patientId, enteredAt, authorId, reason } = note
  checkVersion('note', currentNotes(db, patientId).get(key)?.version ?? 0, version)
  const sql = `INSERT INTO deviation_notes (deviation_key, version, patient_id, note, entered_at, author_id, reason)
    VALUES (?, ?, ?, ?, ?, ?, ?)`
  insert(db, sql).run(
    ...[key, version, patientId, canonicalize(note.note), enteredAt, authorId, reason ?? null],
  )
}

/** What the site says now about each deviation of one patient or of all, by key. */
export function currentNotes(db: ReadableDb, patientId?: PatientId): Map<string, DeviationNoteVersion> {
  const sql = `SELECT deviation_key AS key, max(version) AS version, patient_id AS patientId, note,
    entered_at AS enteredAt, author_id AS authorId
    FROM deviation_notes WHERE ?1 IS NULL OR patient_id = ?1 GROUP BY deviation_key`
  const rows = select(db, sql).all({ 1: patientId ?? null })
  return new Map(rows.map(row => NoteRow.parse(row)).map(note => [note.key, note]))
}
