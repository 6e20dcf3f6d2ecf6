import { notFound } from '#main/services/failures.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import {
  type FileOfImport,
  filesOfImports,
  findImport,
  type ImportRecord,
  listImports,
  listUndos,
  type UndoRecord,
} from '#main/store/import-repository.ts'
import type { ImportSummary } from '#shared/api/imports.ts'

/** All imports with their files and whether they were taken back, the newest first. */
export function importSummaries(db: ReadableDb): ImportSummary[] {
  const undos = new Map(listUndos(db).map(undo => [undo.importId, undo]))
  const files = Map.groupBy(filesOfImports(db), ({ importId }) => importId)
  return listImports(db).map(record => shownImport(record, files.get(record.id) ?? [], undos.get(record.id)))
}

/** One import. Throws `not_found`. */
export function importSummary(db: ReadableDb, id: string): ImportSummary {
  const found = importSummaries(db).find(one => one.id === id)
  if (found === undefined) throw notFound('import', id)
  return found
}

/** An import as it was made. Throws `not_found`. */
export function importOf(db: ReadableDb, id: string): ImportRecord {
  const record = findImport(db, id)
  if (record === undefined) throw notFound('import', id)
  return record
}

function shownImport(
  { authorId, mapping, ...record }: ImportRecord,
  files: readonly FileOfImport[],
  undo: UndoRecord | undefined,
): ImportSummary {
  return {
    ...record,
    about: mapping?.about ?? null,
    files: files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    author: authorId,
    undone: undo ? shownUndo(undo) : null,
  }
}

function shownUndo({ enteredAt, authorId, reason, counts }: UndoRecord) {
  return { enteredAt, author: authorId, reason, ...counts }
}
