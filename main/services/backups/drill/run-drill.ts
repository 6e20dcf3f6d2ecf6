import { mkdirSync, rmSync, statSync } from 'node:fs'
import { readPackedCopy, unpackCopy } from '#main/interchange/zip/unpack-copy.ts'
import type { Job } from '#main/jobs/jobs.ts'
import { refuseNewer } from '#main/services/restoring/refuse-newer.ts'
import {
  changeSchema,
  closeDatabase,
  openDatabase,
  type ReadableDb,
  type WritableDb,
} from '#main/store/connection.ts'
import { OWNER_ONLY_DIRECTORY, storeFiles } from '#main/store/files.ts'
import { type Keyring, readKeyring } from '#main/store/keyring.ts'
import { pendingMigration } from '#main/store/migrate.ts'
import { fromBackup } from '#main/store/place-failure.ts'
import { CONTENT, type CopyFile, isMadeWith, refusedCopy } from '#main/store/site-copy/copy-file.ts'
import { fileEntry } from '#main/store/site-copy/file-entry.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import type { DrillCheck } from '#shared/api/backups.ts'
import type { ExportedFile } from '#shared/core/exports/request.ts'
import { allChecks, compared, isPassed, tried } from './checked.ts'
import {
  countsCheck,
  documentsCheck,
  filesCheck,
  type Pause,
  type Restored,
  signaturesCheck,
  trailInStoreCheck,
} from './contents.ts'
import { trailCheck } from './trail-check.ts'

/** The key of a backup, and why that is not how it would be opened; undefined where it is. */
export interface OpenedKeyring {
  readonly key: StoreKey
  readonly but?: string
}

/** What a drill practises with. */
export interface Practice {
  readonly file: string
  /** What the store knows of the file; undefined where there is none to ask. */
  readonly known?: Pick<ExportedFile, 'bytes' | 'sha256'> | undefined
  /** Is not there before, nor afterwards. */
  readonly scratch: string
  /** By what somebody typed; undefined where that does not open it. */
  readonly open: (keyring: Keyring) => Promise<OpenedKeyring | undefined>
  /** The store that it should be a backup of; undefined where there is none to ask. */
  readonly store?: ReadableDb | undefined
  readonly step: Job['step']
}

/** What came of a drill. */
export interface Practised {
  readonly checks: DrillCheck[]
  readonly passed: boolean
  /** From the file to an opened store, or to where it ended. */
  readonly seconds: number
  /** Undefined where it does not say what it is. */
  readonly copy: CopyFile | undefined
}

/**
 * Restores a backup into a scratch folder, compares everything in it that has a count, a hash or a signature, and throws it
 * away. A backup that is at fault is a result; a store's disk that is full, or somebody who stops it, is none.
 */
export async function runDrill(practice: Practice): Promise<Practised> {
  const made: DrillCheck[] = []
  const began = performance.now()
  mkdirSync(practice.scratch, { recursive: true, mode: OWNER_ONLY_DIRECTORY })
  try {
    const { copy, restored } = await restore(practice, made)
    const seconds = (performance.now() - began) / 1000
    if (restored !== undefined) await compareContents(restored, practice, made)
    const checks = allChecks(made)
    return { checks, passed: isPassed(checks), seconds, copy }
  } finally {
    rmSync(practice.scratch, { recursive: true, force: true })
  }
}

interface Opened {
  readonly copy: CopyFile | undefined
  readonly restored?: Restored & { readonly db: WritableDb }
}

async function restore(practice: Practice, made: DrillCheck[]): Promise<Opened> {
  const { file, known, scratch, step } = practice
  if (known !== undefined) await tried(made, 'file', () => sameFile(practice, known))
  const copy = await tried(made, 'manifest', () =>
    fromBackup(async () => {
      refuseNewer(await readPackedCopy(file))
      const unpacked = await unpackCopy(file, scratch, (done, total) => step('copying', done, total))
      return { value: unpacked, count: unpacked.files.length }
    }),
  )
  if (copy === undefined) return { copy }
  const opened = await tried(made, 'opens', () => openedKey(practice, copy))
  if (opened === undefined) return { copy }
  const { key, but } = opened
  if (but !== undefined) made[made.length - 1] = compared('opens', 1, but)
  const db = await tried(made, 'pages', async () => openedStore(scratch, key))
  if (db !== undefined) return { copy, restored: { db, folder: scratch, copy, key } }
  key.destroy()
  return { copy }
}

async function sameFile({ file, step }: Practice, known: NonNullable<Practice['known']>) {
  const found = await fromBackup(() => fileEntry(file, (done, total) => step('reading', done, total)))
  if (found.bytes !== known.bytes || found.sha256 !== known.sha256)
    throw refusedCopy('', 'the file is not the one that was written')
  return { value: undefined, count: 1 }
}

async function openedKey({ scratch, open }: Practice, copy: CopyFile) {
  const opened = await open(readKeyring(scratch))
  if (opened === undefined) throw refusedCopy('', 'what was typed does not open it')
  if (isMadeWith(opened.key, copy)) return { value: opened, count: 1 }
  opened.key.destroy()
  throw refusedCopy(CONTENT, 'was not written by this store')
}

/** Bytes of a page of SQLCipher 4. */
const PAGE = 4096

function openedStore(folder: string, key: StoreKey) {
  const { database } = storeFiles(folder)
  const count = Math.ceil(statSync(database).size / PAGE)
  return { value: openDatabase(database, key), count }
}

async function compareContents(
  restored: NonNullable<Opened['restored']>,
  { store, step }: Practice,
  made: DrillCheck[],
): Promise<void> {
  const { db, key } = restored
  let done = 0
  const pause: Pause = () => step('verifying', done, CONTENTS)
  const next = async (check: DrillCheck | Promise<DrillCheck>) => {
    made.push(await check)
    done += 1
  }
  try {
    await next(countsCheck(restored))
    // As a restore does when it is first opened; this one is thrown away.
    for (const change of pendingMigration(db)?.steps ?? []) changeSchema(db, change)
    await next(trailCheck(restored, pause))
    if (store !== undefined) await next(trailInStoreCheck(restored, store))
    await next(signaturesCheck(restored, pause))
    await next(documentsCheck(restored, pause))
    await next(filesCheck(restored, pause))
  } finally {
    closeDatabase(db)
    key.destroy()
  }
}

const CONTENTS = 6
