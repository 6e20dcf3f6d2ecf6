import { createHash, hash } from 'node:crypto'
import { problemsOfKept } from '#main/services/signatures/check.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { listDocuments, revisionBytes, revisionsOf } from '#main/store/document-repository.ts'
import { fileHashes, fileParts } from '#main/store/file-repository.ts'
import { signatureIds } from '#main/store/signature-repository.ts'
import type { CopyFile } from '#main/store/site-copy/copy-file.ts'
import { stateOf } from '#main/store/site-copy/state-of.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import { matchesAnchor } from '#main/store/verify-trail.ts'
import type { DrillCheck } from '#shared/api/backups.ts'
import { compared } from './checked.ts'

/** A backup that was unpacked and opened. */
export interface Restored {
  readonly db: ReadableDb
  readonly folder: string
  readonly copy: CopyFile
  readonly key: StoreKey
}

/** Called between two pieces of work; what it throws ends the drill. */
export type Pause = () => Promise<void>

/** Whether each table has as many rows as the backup says. */
export function countsCheck({ db, copy: { summary } }: Restored): DrillCheck {
  const { tables } = stateOf(db)
  const names = Object.keys({ ...tables, ...summary.tables })
  const other = names.find(name => tables[name] !== summary.tables[name])
  const differs = other && `${other} has ${tables[other] ?? 0} rows and not ${summary.tables[other] ?? 0}`
  return compared('counts', names.length, differs)
}

/** Whether the trail of the store that is open leads through the end of that of the backup. */
export function trailInStoreCheck({ copy: { summary } }: Restored, store: ReadableDb): DrillCheck {
  const { entries, hash: end } = summary.trail
  const holds = matchesAnchor(store, { seq: entries, hash: end })
  return compared('trail_in_store', 1, holds ? undefined : `entry ${entries} of the store is another`)
}

/** Verifies every signature anew. */
export async function signaturesCheck({ db }: Restored, pause: Pause): Promise<DrillCheck> {
  const ids = signatureIds(db)
  let broken = 0
  for (const id of ids) {
    if ((await problemsOfKept(id, db)).length > 0) broken += 1
    await pause()
  }
  return compared('signatures', ids.length, broken === 0 ? undefined : `${broken} signatures do not hold`)
}

/** Compares every revision of every document with its hash. */
export async function documentsCheck({ db }: Restored, pause: Pause): Promise<DrillCheck> {
  const ids = listDocuments(db, {}).map(({ id }) => id)
  const revisions = revisionsOf(db, ids)
  let changed = 0
  for (const { documentId, revision, sha256 } of revisions) {
    if (hash('sha256', revisionBytes(db, documentId, revision) ?? '', 'hex') !== sha256) changed += 1
    await pause()
  }
  const differs = changed === 0 ? undefined : `${changed} documents are not what they were`
  return compared('documents', revisions.length, differs)
}

/** Compares every file that was taken in with its hash. */
export async function filesCheck({ db }: Restored, pause: Pause): Promise<DrillCheck> {
  const hashes = fileHashes(db)
  let changed = 0
  for (const sha256 of hashes) {
    const content = createHash('sha256')
    for (const part of fileParts(db, sha256)) content.update(part)
    if (content.digest('hex') !== sha256) changed += 1
    await pause()
  }
  const differs = changed === 0 ? undefined : `${changed} files are not what they were`
  return compared('files', hashes.length, differs)
}
