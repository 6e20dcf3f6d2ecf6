import canonicalize from 'canonicalize'
import { z } from 'zod'
import { FileFormat, TakenCounts } from '#shared/api/imports.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { FactId, Sha256, UserId } from '#shared/core/ids.ts'
import { Mapping } from '#shared/core/imports/mapping.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'

/** One import as it was made; `mapping` is what its rows were read with. */
export interface ImportRecord {
  readonly id: string
  readonly format: FileFormat
  readonly laboratory: string | null
  readonly mapping: Mapping | null
  readonly counts: TakenCounts
  readonly enteredAt: OffsetDateTime
  readonly authorId: UserId
}

/** A version of a fact that an import brought. */
export interface BroughtFact {
  readonly factId: FactId
  readonly version: number
}

/** That an import was taken back. */
export interface UndoRecord {
  readonly importId: string
  readonly reason: string
  readonly counts: { readonly retracted: number; readonly restored: number; readonly left: number }
  readonly enteredAt: OffsetDateTime
  readonly authorId: UserId
}

const json = z.string().transform((text): unknown => JSON.parse(text))
const ImportRow = z.object({
  id: z.string(),
  format: FileFormat,
  laboratory: z.string().nullable(),
  mapping: json.nullable().pipe(Mapping.nullable()),
  counts: json.pipe(TakenCounts),
  enteredAt: OffsetDateTime,
  authorId: UserId,
})
const FileOfImport = z.object({
  importId: z.string(),
  place: z.int(),
  name: z.string(),
  sha256: Sha256,
  bytes: z.int(),
})
export type FileOfImport = z.infer<typeof FileOfImport>

const count = z.int().min(0)
const UndoRow = z.object({
  importId: z.string(),
  reason: z.string(),
  counts: json.pipe(z.object({ retracted: count, restored: count, left: count })),
  enteredAt: OffsetDateTime,
  authorId: UserId,
})
const BroughtRow = z.object({ factId: FactId, version: z.int() })

const OtherRow = BroughtRow.extend({ isUndone: z.int().transform(Boolean) })

const COLUMNS = `import_id AS id, format, laboratory_id AS laboratory, mapping, counts, entered_at AS enteredAt,
  author_id AS authorId`

/** All imports, the newest first. */
export function listImports(db: ReadableDb): ImportRecord[] {
  const sql = `SELECT ${COLUMNS} FROM imports ORDER BY unixepoch(entered_at, 'subsec') DESC, import_id DESC`
  return select(db, sql)
    .all()
    .map(row => ImportRow.parse(row))
}

export function findImport(db: ReadableDb, id: string): ImportRecord | undefined {
  const row = select(db, `SELECT ${COLUMNS} FROM imports WHERE import_id = ?`).get(id)
  return row === undefined ? undefined : ImportRow.parse(row)
}

/** The files of every import, in the order in which they were read. */
export function filesOfImports(db: ReadableDb): FileOfImport[] {
  const sql = `SELECT import_id AS importId, place, name, sha256, bytes FROM import_files JOIN files USING (sha256)
    ORDER BY import_id, place`
  return select(db, sql)
    .all()
    .map(row => FileOfImport.parse(row))
}

/** What was taken back. */
export function listUndos(db: ReadableDb): UndoRecord[] {
  const sql = `SELECT import_id AS importId, reason, counts, entered_at AS enteredAt, author_id AS authorId
    FROM import_undos`
  return select(db, sql)
    .all()
    .map(row => UndoRow.parse(row))
}

/** The versions of facts that an import brought. */
export function factsOfImport(db: ReadableDb, id: string): BroughtFact[] {
  const sql =
    'SELECT fact_id AS factId, version FROM import_facts WHERE import_id = ? ORDER BY fact_id, version'
  return select(db, sql)
    .all(id)
    .map(row => BroughtRow.parse(row))
}

/** The versions that other imports brought of the facts of this one, and whether those were taken back. */
export function factsOfOtherImports(
  db: ReadableDb,
  id: string,
): (BroughtFact & { readonly isUndone: boolean })[] {
  const sql = `SELECT fact_id AS factId, version, import_id IN (SELECT import_id FROM import_undos) AS isUndone
    FROM import_facts WHERE import_id <> @id AND fact_id IN (SELECT fact_id FROM import_facts WHERE import_id = @id)`
  return select(db, sql)
    .all({ id })
    .map(row => OtherRow.parse(row))
}

/** An import with its files, which are kept before it. */
export function insertImport(
  db: WritableDb,
  { files, ...record }: ImportRecord & { readonly files: readonly { name: string; sha256: Sha256 }[] },
): void {
  const sql = `INSERT INTO imports (import_id, format, laboratory_id, mapping, counts, entered_at, author_id)
    VALUES (?, ?, ?, ?, ?, ?, ?)`
  const { id, format, laboratory, mapping, counts, enteredAt, authorId } = record
  const read = mapping === null ? null : canonicalize(mapping)
  insert(db, sql).run(id, format, laboratory, read, canonicalize(counts), enteredAt, authorId)
  const file = insert(db, 'INSERT INTO import_files (import_id, place, sha256, name) VALUES (?, ?, ?, ?)')
  files.forEach(({ name, sha256 }, place) => void file.run(id, place, sha256, name))
}

/** Versions that an import brought. */
export function insertBroughtFacts(db: WritableDb, id: string, brought: readonly BroughtFact[]): void {
  const sql = `INSERT INTO import_facts (import_id, fact_id, version)
    SELECT ?, value ->> 'factId', value ->> 'version' FROM json_each(?)`
  insert(db, sql).run(id, JSON.stringify(brought))
}

export function insertUndo(
  db: WritableDb,
  { importId, reason, counts, enteredAt, authorId }: UndoRecord,
): void {
  const sql = `INSERT INTO import_undos (import_id, reason, counts, entered_at, author_id) VALUES (?, ?, ?, ?, ?)`
  insert(db, sql).run(importId, reason, canonicalize(counts), enteredAt, authorId)
}
