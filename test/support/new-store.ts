import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { closeDatabase, createDatabase, openDatabase, type WritableDb } from '#main/store/connection.ts'
import { Database, type Db } from '#main/store/driver.ts'
import { storeFiles } from '#main/store/files.ts'
import { migrate } from '#main/store/migrate.ts'
import { insertPatient } from '#main/store/patient-repository.ts'
import { StoreKey } from '#main/store/store-key.ts'
import { insertFirstRows, patientRecord } from './store-rows.ts'

/** A folder of its own, removed when the test ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lobule-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A fresh encrypted database with a site and its first user; closed when the test ends. */
export function newStore(directory = newFolder()): { directory: string; key: StoreKey; db: WritableDb } {
  const key = StoreKey.generate()
  const db = createDatabase(storeFiles(directory).database, key)
  onTestFinished(() => closeDatabase(db))
  migrate(db)
  insertFirstRows(db)
  return { directory, key, db }
}

/** An empty encrypted database as a store of this version had it; closed when the test ends. */
export function storeAt(version: number) {
  const directory = newFolder()
  const key = StoreKey.generate()
  const { database } = storeFiles(directory)
  const db = createDatabase(database, key)
  onTestFinished(() => closeDatabase(db))
  migrate(db, version)
  return { directory, key, db }
}

/** The same database again, through the product's own door. */
export function reopen(directory: string, key: StoreKey): WritableDb {
  const db = openDatabase(storeFiles(directory).database, key)
  onTestFinished(() => closeDatabase(db))
  return db
}

/** The bare driver on a store, as somebody with the key and their own tool has it. */
export function openRaw(directory: string, key: StoreKey): Db {
  const raw = new Database(storeFiles(directory).database, { fileMustExist: true })
  raw.pragma("cipher = 'sqlcipher'")
  raw.pragma('legacy = 4')
  raw.key(key.sqlCipherLiteral())
  onTestFinished(() => void raw.close())
  return raw
}

/** A store with one patient. */
export function newStoreWithPatient(): ReturnType<typeof newStore> {
  const store = newStore()
  insertPatient(store.db, patientRecord())
  return store
}
