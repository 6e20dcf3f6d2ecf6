import { hash } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '#shared/api/errors.ts'
import type { CopySummary } from '#shared/api/exports.ts'
import type { ExportedFile } from '#shared/core/exports/request.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { writeAnchor } from '../anchor.ts'
import { snapshotDatabase, type WritableDb } from '../connection.ts'
import { OWNER_ONLY, readIfPresent, storeFiles } from '../files.ts'
import { opensForSomebody, readKeyring } from '../keyring.ts'
import type { StoreKey } from '../store-key.ts'
import { CONTENT, COPY_NAMES, signedCopyFile } from './copy-file.ts'
import { stateOf } from './state-of.ts'

/** An open store, with what for, when and by what it is copied. */
export interface Copied extends Pick<CopySummary, 'madeAt' | 'application' | 'purpose'> {
  readonly db: WritableDb
  readonly key: StoreKey
  readonly directory: string
}

/**
 * Writes a complete copy of a store into an empty folder: its database, encrypted as it is, its keys under the same
 * passwords, and what lies beside it. A copy is none before it was proven, and is not flushed to the disk: a crash leaves
 * nothing that anybody counts on. Throws `store_missing` or `store_damaged` for a keyring that opens it for nobody.
 */
export function writeSiteCopy(
  { db, key, directory, madeAt, application, purpose }: Copied,
  into: string,
): CopySummary {
  const [from, to] = [storeFiles(directory), storeFiles(into)]
  const { described, sha256 } = snapshotDatabase(db, to.database, () => stateOf(db))
  const { storeId, ...state } = described
  chmodSync(to.database, OWNER_ONLY)
  for (const part of ['keyring', 'attempts', 'securityLog'] as const) {
    const text = readIfPresent(from[part])
    if (text !== undefined) writeFileSync(to[part], text, { flag: 'wx', mode: OWNER_ONLY })
  }
  // The key at hand opens the copy in any case, also beside a keyring that was damaged or replaced meanwhile.
  if (!opensForSomebody(readKeyring(into), key))
    throw new AppError({ code: 'store_damaged', part: 'keyring' })
  const summary: CopySummary = { ...state, madeAt, application, purpose }
  writeAnchor(into, key, { seq: summary.trail.entries, hash: summary.trail.hash })
  const files = COPY_NAMES.map(name => join(into, name)).filter(file => existsSync(file))
  const known = new Map(sha256 === undefined ? [] : [[to.database, sha256]])
  const text = signedCopyFile(
    { storeId, summary, files: files.map(file => entryOf(file, known.get(file))) },
    key,
  )
  writeFileSync(join(into, CONTENT), text, { flag: 'wx', mode: OWNER_ONLY })
  return summary
}

/** What was hashed while it was written is not read again. */
function entryOf(file: string, known: Sha256 | undefined): ExportedFile {
  const path = basename(file)
  if (known !== undefined) return { path, bytes: statSync(file).size, sha256: known }
  const content = readFileSync(file)
  return { path, bytes: content.length, sha256: Sha256.parse(hash('sha256', content, 'hex')) }
}
