import canonicalize from 'canonicalize'
import { z } from 'zod'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { ExportRequest } from '#shared/core/exports/request.ts'
import { DocumentId, PatientId, Sha256, UserId } from '#shared/core/ids.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'

const json = z.string().transform((text): unknown => JSON.parse(text))

/** An export as it was made; what it holds stands in its manifest. */
const ExportRow = z.object({
  id: z.string(),
  request: json.pipe(ExportRequest),
  why: z.string(),
  documentId: DocumentId,
  enteredAt: OffsetDateTime,
  authorId: UserId,
})
export type ExportRow = z.infer<typeof ExportRow>

/** One time that an export left, with the hash of what left. */
const TakingRow = z.object({
  exportId: z.string(),
  number: z.int(),
  sha256: Sha256,
  bytes: z.int(),
  enteredAt: OffsetDateTime,
  authorId: UserId,
})
export type TakingRow = z.infer<typeof TakingRow>

const COLUMNS = `export_id AS id, request, why, document_id AS documentId, entered_at AS enteredAt,
  author_id AS authorId`

/** All exports, the newest first. */
export function listExports(db: ReadableDb): ExportRow[] {
  const sql = `SELECT ${COLUMNS} FROM exports ORDER BY unixepoch(entered_at, 'subsec') DESC, export_id DESC`
  return select(db, sql)
    .all()
    .map(row => ExportRow.parse(row))
}

/** One export, or undefined. */
export function findExport(db: ReadableDb, id: string): ExportRow | undefined {
  const row = select(db, `SELECT ${COLUMNS} FROM exports WHERE export_id = ?`).get(id)
  return row === undefined ? undefined : ExportRow.parse(row)
}

/** Keeps an export; its manifest is kept before it. */
export function insertExport(
  db: WritableDb,
  { id, request, why, documentId, enteredAt, authorId }: ExportRow,
): void {
  const sql = `INSERT INTO exports (export_id, request, why, document_id, entered_at, author_id)
    VALUES (?, ?, ?, ?, ?, ?)`
  insert(db, sql).run(id, canonicalize(request), why, documentId, enteredAt, authorId)
}

/** Each time that each of these exports left, in order. */
export function takingsOf(db: ReadableDb, ids: readonly string[]): TakingRow[] {
  const sql = `SELECT export_id AS exportId, number, sha256, bytes, entered_at AS enteredAt, author_id AS authorId
    FROM export_takings WHERE export_id IN (SELECT value FROM json_each(?)) ORDER BY export_id, number`
  return select(db, sql)
    .all(JSON.stringify(ids))
    .map(row => TakingRow.parse(row))
}

/** Notes that an export left; the number follows the last. */
export function insertTaking(db: WritableDb, taking: Omit<TakingRow, 'number'>): void {
  const { exportId, sha256, bytes, enteredAt, authorId } = taking
  const number = takingsOf(db, [exportId]).length + 1
  const sql = `INSERT INTO export_takings (export_id, number, sha256, bytes, entered_at, author_id)
    VALUES (?, ?, ?, ?, ?, ?)`
  insert(db, sql).run(exportId, number, sha256, bytes, enteredAt, authorId)
}

const BroughtRow = z.object({ importId: z.string(), patientId: PatientId })

/** Whose values each import brought. */
export function importsBringing(db: ReadableDb): Map<string, PatientId[]> {
  const sql = `SELECT DISTINCT import_id AS importId, patient_id AS patientId FROM import_facts
    JOIN fact_versions USING (fact_id, version) ORDER BY import_id, patient_id`
  const rows = select(db, sql)
    .all()
    .map(row => BroughtRow.parse(row))
  const whose = new Map<string, PatientId[]>()
  for (const { importId, patientId } of rows) whose.set(importId, [...(whose.get(importId) ?? []), patientId])
  return whose
}

/** A version of a fact whose content is not checked: for counting thousands. Null where it was retracted. */
export interface UncheckedVersion {
  readonly id: string
  readonly content: Readonly<Record<string, unknown>> | null
  readonly reason: string | null
}

/** Every version of every fact of a patient, facts in the order of their ids, versions oldest first. */
export function uncheckedVersions(db: ReadableDb, patientId: PatientId): UncheckedVersion[] {
  const sql = `SELECT fact_id AS id, content, reason FROM fact_versions WHERE patient_id = ?
    ORDER BY fact_id, version`
  const rows = select(db, sql).all(patientId) as (Omit<UncheckedVersion, 'content'> & {
    readonly content: string | null
  })[]
  return rows.map(({ content, ...row }) => ({
    ...row,
    content: content === null ? null : (JSON.parse(content) as UncheckedVersion['content']),
  }))
}
