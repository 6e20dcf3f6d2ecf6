import { z } from 'zod'
import { CivilDate, OffsetDateTime } from '#shared/core/civil-date.ts'
import { FactId, PatientId, Sha256, UserId } from '#shared/core/ids.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'

/** A certified copy as it was made; its file is kept among the files. */
const CopyRow = z.object({
  id: z.string(),
  patientId: PatientId,
  sha256: Sha256,
  name: z.string(),
  title: z.string(),
  dated: CivilDate.nullable(),
  originalAt: z.string(),
  statement: z.string(),
  enteredAt: OffsetDateTime,
  authorId: UserId,
})
export type CopyRow = z.infer<typeof CopyRow>

/** That a fact is read from a copy. */
const CopyFactRow = z.object({
  copyId: z.string(),
  factId: FactId,
  enteredAt: OffsetDateTime,
  authorId: UserId,
})
export type CopyFactRow = z.infer<typeof CopyFactRow>

/** Why nothing is read from a copy any more. */
const WithdrawalRow = z.object({
  copyId: z.string(),
  reason: z.string(),
  enteredAt: OffsetDateTime,
  authorId: UserId,
})
export type WithdrawalRow = z.infer<typeof WithdrawalRow>

const COLUMNS = `copy_id AS id, patient_id AS patientId, sha256, name, title, dated, original_at AS originalAt,
  statement, entered_at AS enteredAt, author_id AS authorId`

/** A patient's copies, the newest first. */
export function listCopies(db: ReadableDb, patientId: PatientId): CopyRow[] {
  const sql = `SELECT ${COLUMNS} FROM certified_copies WHERE patient_id = ?
    ORDER BY unixepoch(entered_at, 'subsec') DESC, copy_id DESC`
  return select(db, sql)
    .all(patientId)
    .map(row => CopyRow.parse(row))
}

export function findCopy(db: ReadableDb, id: string): CopyRow | undefined {
  const row = select(db, `SELECT ${COLUMNS} FROM certified_copies WHERE copy_id = ?`).get(id)
  return row === undefined ? undefined : CopyRow.parse(row)
}

/** The facts that each of these copies is attached to, in the order in which that was said. */
export function factsOfCopies(db: ReadableDb, ids: readonly string[]): CopyFactRow[] {
  const sql = `SELECT copy_id AS copyId, fact_id AS factId, entered_at AS enteredAt, author_id AS authorId
    FROM certified_copy_facts WHERE copy_id IN (SELECT value FROM json_each(?))
    ORDER BY unixepoch(entered_at, 'subsec'), fact_id`
  return select(db, sql)
    .all(JSON.stringify(ids))
    .map(row => CopyFactRow.parse(row))
}

/** Which of these copies were withdrawn, and why. */
export function withdrawalsOf(db: ReadableDb, ids: readonly string[]): Map<string, WithdrawalRow> {
  const sql = `SELECT copy_id AS copyId, reason, entered_at AS enteredAt, author_id AS authorId
    FROM certified_copy_withdrawals WHERE copy_id IN (SELECT value FROM json_each(?))`
  const rows = select(db, sql).all(JSON.stringify(ids))
  return new Map(rows.map(row => WithdrawalRow.parse(row)).map(row => [row.copyId, row]))
}

export function insertWithdrawal(
  db: WritableDb,
  { copyId, reason, enteredAt, authorId }: WithdrawalRow,
): void {
  const sql =
    'INSERT INTO certified_copy_withdrawals (copy_id, reason, entered_at, author_id) VALUES (?, ?, ?, ?)'
  insert(db, sql).run(copyId, reason, enteredAt, authorId)
}

export function insertCopy(db: WritableDb, copy: CopyRow): void {
  const sql = `INSERT INTO certified_copies (copy_id, patient_id, sha256, name, title, dated, original_at, statement,
    entered_at, author_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  const { id, patientId, sha256, name, title, dated, originalAt, statement, enteredAt, authorId } = copy
  const said = [title, dated, originalAt, statement, enteredAt, authorId]
  insert(db, sql).run(id, patientId, sha256, name, ...said)
}

export function insertCopyFact(db: WritableDb, { copyId, factId, enteredAt, authorId }: CopyFactRow): void {
  const sql = 'INSERT INTO certified_copy_facts (copy_id, fact_id, entered_at, author_id) VALUES (?, ?, ?, ?)'
  insert(db, sql).run(copyId, factId, enteredAt, authorId)
}
