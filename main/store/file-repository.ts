import { hash } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '#shared/api/errors.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { Sha256, UserId } from '#shared/core/ids.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'

/** A file as it was taken in, without its bytes. */
const FileRow = z.object({
  sha256: Sha256,
  mediaType: z.string(),
  bytes: z.int(),
  enteredAt: OffsetDateTime,
  authorId: UserId,
})
export type FileRow = z.infer<typeof FileRow>

/** Bytes of one row: a page of the database that is read need not be the whole file. */
const ROW_BYTES = 1024 * 1024

/** Keeps a file under the hash of what it holds; one that is there already stays as it is. */
export function keepFile(
  db: WritableDb,
  { content, ...file }: Omit<FileRow, 'bytes'> & { readonly content: Uint8Array },
): void {
  if (findFile(db, file.sha256) !== undefined) return
  const { sha256, mediaType, enteredAt, authorId } = file
  const sql = 'INSERT INTO files (sha256, media_type, bytes, entered_at, author_id) VALUES (?, ?, ?, ?, ?)'
  insert(db, sql).run(sha256, mediaType, content.length, enteredAt, authorId)
  const part = insert(db, 'INSERT INTO file_parts (sha256, part, content) VALUES (?, ?, ?)')
  for (let number = 0; number * ROW_BYTES < content.length; number += 1)
    part.run(sha256, number, content.subarray(number * ROW_BYTES, (number + 1) * ROW_BYTES))
}

/** What is known of a file, or undefined. */
export function findFile(db: ReadableDb, sha256: Sha256): FileRow | undefined {
  const sql = `SELECT sha256, media_type AS mediaType, bytes, entered_at AS enteredAt, author_id AS authorId
    FROM files WHERE sha256 = ?`
  const row = select(db, sql).get(sha256)
  return row === undefined ? undefined : FileRow.parse(row)
}

/** Of every file that is kept. */
export function fileHashes(db: ReadableDb): Sha256[] {
  return z.array(Sha256).parse(select(db, 'SELECT sha256 FROM files ORDER BY sha256').pluck().all())
}

/** The bytes of a kept file. Throws `not_found`, and `store_damaged` where they are not what their hash says. */
export function fileContent(db: ReadableDb, sha256: Sha256): Buffer {
  const content = Buffer.concat([...fileParts(db, sha256)])
  if (content.length === 0) throw new AppError({ code: 'not_found', entity: 'file', id: sha256 })
  if (hash('sha256', content, 'hex') !== sha256)
    throw new AppError({ code: 'store_damaged', part: 'database' })
  return content
}

/** The bytes of a kept file one after the other, for what must not be in memory whole; empty where there is none. */
export function* fileParts(db: ReadableDb, sha256: Sha256): Generator<Uint8Array> {
  const part = select(db, 'SELECT content FROM file_parts WHERE sha256 = ? AND part = ?').pluck()
  for (let number = 0; ; number += 1) {
    const content = part.get(sha256, number)
    if (content === undefined) return
    yield z.instanceof(Uint8Array).parse(content)
  }
}
