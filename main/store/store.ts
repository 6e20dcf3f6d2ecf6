import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError } from '#shared/api/errors.ts'
import { startAttempts } from './attempts.ts'
import { closeDatabase, createDatabase, openDatabase, type WritableDb } from './connection.ts'
import { OWNER_ONLY_DIRECTORY, storeFiles, syncDirectory } from './files.ts'
import { createKeyring, type Holder } from './keyring.ts'
import { type Migrated, migrate, pendingMigration } from './migrate.ts'
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

/** Opens the database of a store and brings it to this version; what that did is for the trail. `at` is UTC. */
export function openStore(
  directory: string,
  key: StoreKey,
  at: string,
): { db: WritableDb; migrated: Migrated | undefined } {
  const { database, backups } = storeFiles(directory)
  const db = openDatabase(database, key)
  try {
    const pending = pendingMigration(db)
    if (pending !== undefined) {
      // The trail learns of it from here where a crash comes between the migration and its entry.
      const detail = `from version ${pending.from} to ${pending.to}`
      appendSecurityEvent(directory, { at, event: 'migration_started', detail })
    }
    return { db, migrated: migrate(db, backups) }
  } catch (error) {
    closeDatabase(db)
    throw error
  }
}

function fillDraft(draft: string, key: StoreKey, store: NewStore): void {
  const { database, backups } = storeFiles(draft)
  startAttempts(draft)
  appendSecurityEvent(draft, { at: store.at, event: 'store_created' })
  const db = createDatabase(database, key)
  try {
    migrate(db, backups)
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
