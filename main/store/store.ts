import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError } from '#shared/api/errors.ts'
import { startAttempts } from './attempts.ts'
import { closeDatabase, createDatabase, openDatabase, type WritableDb } from './connection.ts'
import { OWNER_ONLY_DIRECTORY, storeFiles, syncDirectory } from './files.ts'
import { createKeyring, type Holder } from './keyring.ts'
import {
  applyMigration,
  type Migrated,
  migrate,
  migrations,
  type PendingMigration,
  pendingMigration,
} from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { appendSecurityEvent } from './security-log.ts'
import type { StoreKey } from './store-key.ts'

/** What a new store starts from. `fill` writes the site, its first user and the first entries of the trail. */
export interface NewStore {
  readonly storeId: string
  /** UTC. */
  readonly at: string
  readonly first: Holder
  /** Called with the folder that becomes the store; writes there are part of it. */
  readonly fill: (db: WritableDb, key: StoreKey, directory: string) => void
}

/**
 * Creates a store beside its place and moves it there when it is complete, so that a crash leaves a whole store or
 * none. Throws `store_exists` where the folder holds anything.
 */
export async function createStore(
  path: string,
  store: NewStore,
): Promise<{ db: WritableDb; key: StoreKey; recoveryKey: string }> {
  // The draft lies beside the folder, also where the path ends in a separator.
  const directory = resolve(path)
  if (existsSync(directory) && readdirSync(directory).length > 0) throw new AppError({ code: 'store_exists' })
  const draft = `${directory}.${randomUUID()}.draft`
  mkdirSync(draft, { recursive: true, mode: OWNER_ONLY_DIRECTORY })
  let key: StoreKey | undefined
  try {
    const made = await createKeyring(draft, { ...store.first, storeId: store.storeId })
    key = made.key
    fillDraft(draft, made.key, store)
    moveIntoPlace(draft, directory)
    return { ...made, db: openDatabase(storeFiles(directory).database, made.key) }
  } catch (error) {
    key?.destroy()
    rmSync(draft, { recursive: true, force: true })
    throw error
  }
}

/**
 * Opens the database of a store, and answers what is left to do before it can be used: see `migrateStore`. One that a newer
 * Lobule wrote, by the steps that are `known` here, is refused as `store_newer` with nothing of it touched.
 */
export function openStore(
  directory: string,
  key: StoreKey,
  known: readonly Migration[] = migrations,
): { db: WritableDb; pending: PendingMigration | undefined } {
  const newest = known.at(-1)?.version ?? 0
  const db = openDatabase(storeFiles(directory).database, key, newest)
  return { db, pending: pendingMigration(db, known) }
}

/** Brings an open store to this version. It was backed up before; what was done is for the trail. `at` is UTC. */
export function migrateStore(
  { db, directory }: { readonly db: WritableDb; readonly directory: string },
  pending: PendingMigration,
  at: string,
): Migrated {
  // The trail learns of it from here where a crash comes between the migration and its entry.
  const detail = `from version ${pending.from} to ${pending.to}`
  appendSecurityEvent(directory, { at, event: 'migration_started', detail })
  return applyMigration(db, pending)
}

function fillDraft(draft: string, key: StoreKey, store: NewStore): void {
  const { database } = storeFiles(draft)
  startAttempts(draft)
  appendSecurityEvent(draft, { at: store.at, event: 'store_created' })
  const db = createDatabase(database, key)
  try {
    migrate(db)
    store.fill(db, key, draft)
  } finally {
    closeDatabase(db)
  }
}

/** Makes a whole folder the store's; there is none, or an empty one. */
export function moveIntoPlace(draft: string, directory: string): void {
  syncDirectory(draft)
  // Windows does not rename onto an existing folder, even an empty one.
  if (existsSync(directory)) rmdirSync(directory)
  renameSync(draft, directory)
  syncDirectory(dirname(directory))
}
