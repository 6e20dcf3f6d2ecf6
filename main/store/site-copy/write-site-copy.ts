import { hash } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '#shared/api/errors.ts'
import type { CopySummary } from '#shared/api/exports.ts'
import type { ExportedFile } from '#shared/core/exports/request.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { writeAnchor } from '../anchor.ts'
import { snapshotDatabase, type WritableDb } from '../connection.ts'
import { OWNER_ONLY, readIfPresent, storeFiles } from '../files.ts'
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
 * nothing that anybody counts on.
 */
export function writeSiteCopy(
  { db, key, directory, madeAt, application, purpose }: Copied,
  into: string,
): CopySummary {
  const [from, to] = [storeFiles(directory), storeFiles(into)]
  const { storeId, ...state } = snapshotDatabase(db, to.database, () => stateOf(db))
  chmodSync(to.database, OWNER_ONLY)
  for (const part of ['keyring', 'attempts', 'securityLog'] as const) {
    const text = readIfPresent(from[part])
    if (text !== undefined) writeFileSync(to[part], text, { flag: 'wx', mode: OWNER_ONLY })
  }
  if (!existsSync(to.keyring)) throw new AppError({ code: 'store_missing', part: 'keyring' })
  const summary: CopySummary = { ...state, madeAt, application, purpose }
  writeAnchor(into, key, { seq: summary.trail.entries, hash: summary.trail.hash })
  const files = COPY_NAMES.map(name => join(into, name)).filter(file => existsSync(file))
  const text = signedCopyFile({ storeId, summary, files: files.map(entryOf) }, key)
  writeFileSync(join(into, CONTENT), text, { flag: 'wx', mode: OWNER_ONLY })
  return summary
}

function entryOf(file: string): ExportedFile {
  const content = readFileSync(file)
  return {
    path: basename(file),
    bytes: content.length,
    sha256: Sha256.parse(hash('sha256', content, 'hex')),
  }
}
