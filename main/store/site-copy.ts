import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { AppError } from '#shared/api/errors.ts'
import { CopySummary } from '#shared/api/exports.ts'
import { ExportedFile } from '#shared/core/exports/request.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { writeAnchor } from './anchor.ts'
import { trailHead } from './audit-trail.ts'
import { closeDatabase, copyDatabase, openDatabase, type ReadableDb, select } from './connection.ts'
import { OWNER_ONLY, readIfPresent, storeFiles, syncPath } from './files.ts'
import { findSite } from './site-repository.ts'
import type { StoreKey } from './store-key.ts'

/** What a complete copy says of itself, in the folder beside what it is of; nothing of any patient. */
const CopyFile = z.strictObject({
  format: z.literal('lobule.copy/1'),
  storeId: z.string().min(1),
  summary: CopySummary,
  files: z.array(ExportedFile).min(1),
})
type CopyFile = z.infer<typeof CopyFile>

const CONTENT = 'copy.json'
const { database, keyring, attempts, securityLog, anchor } = storeFiles('.')
const NEEDED = [database, keyring].map(path => basename(path))

/** Every name that a copy may have in it. */
export const COPY_NAMES: readonly string[] = [
  CONTENT,
  ...[database, keyring, attempts, securityLog, anchor].map(path => basename(path)),
]

/** An open store, with who copies it and when. */
export interface Copied {
  readonly db: ReadableDb
  readonly key: StoreKey
  readonly directory: string
  /** By the site's clock. */
  readonly madeAt: CopySummary['madeAt']
  /** Version of Lobule. */
  readonly application: string
}

/**
 * Writes a complete copy of a store into an empty folder: its database, encrypted as it is, its keys under the same
 * passwords, and what lies beside it. The copy is opened and read whole before it is said to be one.
 */
export function writeSiteCopy(
  { db, key, directory, madeAt, application }: Copied,
  into: string,
): CopySummary {
  const [from, to] = [storeFiles(directory), storeFiles(into)]
  copyDatabase(db, to.database)
  chmodSync(to.database, OWNER_ONLY)
  for (const part of ['keyring', 'attempts', 'securityLog'] as const) {
    const text = readIfPresent(from[part])
    if (text !== undefined) writeFileSync(to[part], text, { flag: 'wx', mode: OWNER_ONLY })
  }
  const { summary, storeId } = provenSummary(to.database, key, { madeAt, application })
  writeAnchor(into, key, { seq: summary.trail.entries, hash: summary.trail.hash })
  const files = COPY_NAMES.map(name => join(into, name))
    .filter(file => existsSync(file))
    .map(fileEntry)
  const content: CopyFile = { format: 'lobule.copy/1', storeId, summary, files }
  writeFileSync(join(into, CONTENT), `${canonicalize(content)}\n`, { flag: 'wx', mode: OWNER_ONLY })
  for (const { path } of files) syncPath(join(into, path))
  return summary
}

/**
 * What a folder says that it is a copy of. Throws `invalid_file` where a part is missing, changed or none of a copy's.
 */
export function readSiteCopy(folder: string): CopySummary {
  const { summary, files } = contentOf(folder)
  const listed = files.map(({ path }) => path)
  const strange = listed.find(path => !COPY_NAMES.includes(path) || path === CONTENT)
  if (strange !== undefined) throw refused(strange, 'is no part of a copy')
  for (const needed of NEEDED) {
    if (!listed.includes(needed)) throw refused(needed, 'is missing; make the copy again')
  }
  for (const { path, bytes, sha256 } of files) {
    const file = join(folder, path)
    if (!existsSync(file) || !lstatSync(file).isFile()) throw refused(path, 'is missing; make the copy again')
    const found = fileEntry(file)
    if (found.bytes !== bytes || found.sha256 !== sha256)
      throw refused(path, 'is damaged: it is not what the copy says of it; carry the copy over again')
  }
  return summary
}

/** The refusal of a copy, at one of its parts. */
function refused(path: string, message: string): AppError {
  return new AppError({ code: 'invalid_file', file: 'copy', issues: [{ path, message }] })
}

function contentOf(folder: string): CopyFile {
  const file = join(folder, CONTENT)
  if (!existsSync(file)) throw refused(CONTENT, 'is missing; this is no complete copy of a site')
  try {
    return CopyFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const { payload } = refused(
      CONTENT,
      'cannot be read; this is no complete copy, or one of a newer version',
    )
    throw new AppError(payload, { cause: error })
  }
}

/** Opened as any store is: each page is read and proven. */
function provenSummary(file: string, key: StoreKey, made: Pick<Copied, 'madeAt' | 'application'>) {
  const copy = openDatabase(file, key)
  try {
    const site = findSite(copy)
    const head = trailHead(copy)
    if (site === undefined || head === undefined)
      throw new AppError({ code: 'store_damaged', part: 'database' })
    const { storeId, name, number, training } = site
    const summary: CopySummary = {
      site: { name, number, training: training === true },
      ...made,
      trail: { entries: head.seq, hash: Sha256.parse(head.hash) },
      tables: tableCounts(copy),
    }
    return { summary, storeId }
  } finally {
    closeDatabase(copy)
  }
}

/** How many rows each table has. */
function tableCounts(db: ReadableDb): Record<string, number> {
  const sql = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`
  const tables = z.array(z.string().regex(/^[a-z_]+$/)).parse(select(db, sql).pluck().all())
  return Object.fromEntries(
    tables.map(table => [table, z.int().parse(select(db, `SELECT count(*) FROM ${table}`).pluck().get())]),
  )
}

const PIECE = 1024 * 1024

function fileEntry(file: string): ExportedFile {
  const sha256 = createHash('sha256')
  const piece = Buffer.alloc(PIECE)
  const handle = openSync(file, 'r')
  let bytes = 0
  try {
    for (;;) {
      const read = readSync(handle, piece)
      if (read === 0) break
      bytes += read
      sha256.update(piece.subarray(0, read))
    }
  } finally {
    closeSync(handle)
  }
  return { path: basename(file), bytes, sha256: Sha256.parse(sha256.digest('hex')) }
}
