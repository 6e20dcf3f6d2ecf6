import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import {
  closeDatabase,
  openDatabase,
  rekeyDatabase,
  snapshotDatabase,
  type WritableDb,
} from './connection.ts'
import { OWNER_ONLY_DIRECTORY, storeFiles, syncDirectory, syncPath } from './files.ts'
import { type Keyring, readKeyring, writeKeyring } from './keyring.ts'
import type { StoreKey } from './store-key.ts'

/** An open store. */
interface Open {
  readonly directory: string
  readonly db: WritableDb
  readonly key: StoreKey
}

/** What became of another key that somebody began to give to the store. */
type Settled = 'completed' | 'broke_off'

/**
 * Makes the store ready under another key in a folder of its own, and answers that folder. The keyring is there first,
 * since it tells what else lies there: see `settleRekeying`. `complete` writes the last entries into the new database,
 * which was read whole by then. The store itself is only read; it must not change before `commitRekeying`.
 */
export function prepareRekeyed(
  { directory, db, key }: Open,
  { keyring, next }: { readonly keyring: Keyring; readonly next: StoreKey },
  complete: (db: WritableDb, folder: string) => void,
): string {
  const { next: folder } = storeFiles(directory)
  discardRekeyed(directory)
  mkdirSync(folder, { mode: OWNER_ONLY_DIRECTORY })
  syncDirectory(directory)
  writeKeyring(folder, keyring)
  const { database } = storeFiles(folder)
  snapshotDatabase(db, database, () => undefined)
  rekeyDatabase(database, key, next)
  const rekeyed = openDatabase(database, next)
  try {
    complete(rekeyed, folder)
  } finally {
    closeDatabase(rekeyed)
  }
  syncPath(database)
  syncDirectory(folder)
  return folder
}

/**
 * Puts what was made ready in its place; nothing of the store may be open. It counts from the moment at which the keyring
 * is replaced: a crash before leaves the old store, a crash after is brought to its end by `settleRekeying`.
 */
export function commitRekeying(directory: string): void {
  writeKeyring(directory, readKeyring(storeFiles(directory).next))
  completeRekeying(directory)
}

/**
 * Brings to an end what a crash left of giving the store another key: completed where the keyring was replaced, thrown away
 * where not. `tell` comes first, so that a crash here is told once more and not forgotten. Before anything of the store is
 * opened.
 */
export function settleRekeying(directory: string, tell: (settled: Settled) => void): void {
  const { next } = storeFiles(directory)
  if (!existsSync(next)) return
  const isReplaced = existsSync(storeFiles(next).keyring) && isSameKey(directory, next)
  tell(isReplaced ? 'completed' : 'broke_off')
  if (isReplaced) completeRekeying(directory)
  else discardRekeyed(directory)
}

/** Throws away what was made ready, the keyring last. */
export function discardRekeyed(directory: string): void {
  const { next } = storeFiles(directory)
  if (!existsSync(next)) return
  const { database, anchor, keyring } = storeFiles(next)
  for (const file of [...withSidecars(database), anchor, keyring]) rmSync(file, { force: true })
  rmSync(next, { recursive: true, force: true })
  syncDirectory(directory)
}

/** May run again after a crash in it: what was moved already is not there any more. */
function completeRekeying(directory: string): void {
  const store = storeFiles(directory)
  const next = storeFiles(store.next)
  if (existsSync(next.database)) {
    // The WAL of the old database would be read into the new one.
    for (const file of withSidecars(store.database).slice(1)) rmSync(file, { force: true })
    syncDirectory(directory)
    renameSync(next.database, store.database)
    syncDirectory(directory)
  }
  if (existsSync(next.anchor)) renameSync(next.anchor, store.anchor)
  rmSync(store.next, { recursive: true, force: true })
  syncDirectory(directory)
}

function isSameKey(directory: string, next: string): boolean {
  return readKeyring(directory).keyCheck === readKeyring(next).keyCheck
}

function withSidecars(database: string): string[] {
  return [database, `${database}-wal`, `${database}-shm`, `${database}-journal`]
}
