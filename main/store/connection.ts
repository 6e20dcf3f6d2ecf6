import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '#shared/api/errors.ts'
import type { Sha256 } from '#shared/core/ids.ts'
import { claimNewFile, couldBeEncrypted, isPlaintext } from './database-file.ts'
import { Database, type Db, type Statement } from './driver.ts'
import { storeFailure } from './place-failure.ts'
import { copyOpenFile } from './raw-copy.ts'
import type { StoreKey } from './store-key.ts'

declare const access: unique symbol
/** A connection that may read. */
export interface ReadableDb {
  readonly [access]: { readonly read: true; readonly write?: true }
}
/** A connection that may also append. No record in a store is ever updated or deleted; only a draft is erased. */
export interface WritableDb extends ReadableDb {
  readonly [access]: { readonly read: true; readonly write: true }
}

/** Makes a new encrypted database. Throws `store_exists` rather than touch a file that is there. */
export function createDatabase(file: string, key: StoreKey): WritableDb {
  claimNewFile(file)
  const db = new Database(file)
  try {
    unlock(db, key)
    configure(db)
    // A key that was not taken would leave a plaintext file without any error.
    if (isPlaintext(file)) throw new Error('the new database is not encrypted')
    return asConnection(db)
  } catch (error) {
    db.close()
    rmSync(file, { force: true })
    throw error
  }
}

/**
 * Opens an existing database and reads every page of it. The key was proven before, so a failure is damage:
 * throws `store_missing` or `store_damaged`, never creates, and leaves a damaged file as it was. One of a version above
 * `newest` is refused as `store_newer`, untouched.
 */
export function openDatabase(file: string, key: StoreKey, newest = Number.POSITIVE_INFINITY): WritableDb {
  if (!existsSync(file)) throw new AppError({ code: 'store_missing', part: 'database' })
  if (!couldBeEncrypted(file)) throw damaged()
  proveReadable(file, key, newest)
  const db = new Database(file, { fileMustExist: true })
  try {
    unlock(db, key)
    configure(db)
    return asConnection(db)
  } catch (error) {
    db.close()
    throw unopened(error, file)
  }
}

/**
 * Lends a connection that cannot write to a database of which not every page was proven: for a look at one that may be
 * damaged, or have another key. Throws as `openDatabase` does, also where `look` comes upon what cannot be read.
 */
export function peekDatabase<T>(file: string, key: StoreKey, look: (db: ReadableDb) => T): T {
  if (!existsSync(file)) throw new AppError({ code: 'store_missing', part: 'database' })
  return readingOnly(file, key, driver => {
    try {
      return look(asConnection(driver))
    } finally {
      statements.delete(driver)
    }
  })
}

/** Closes a connection; the last one of a database brings its WAL into the file. A closed one stays closed. */
export function closeDatabase(db: ReadableDb): void {
  const driver = driverOf(db)
  statements.delete(driver)
  driver.close()
  const handle = rawHandles.get(driver)
  rawHandles.delete(driver)
  if (handle !== undefined) closeSync(handle)
}

/** A cached statement that only reads. Preparing costs more than a small insert. */
export function select(db: ReadableDb, sql: string): Statement {
  return prepared(db, sql, 'read')
}

/** A cached `INSERT`: the only way in which the records of a store change after a migration. */
export function insert(db: WritableDb, sql: string): Statement {
  return prepared(db, sql, 'append')
}

/** A cached `DELETE` from `drafts`: the one table that holds no records, and the one that this can touch. */
export function erase(db: WritableDb, sql: string): Statement {
  return prepared(db, sql, 'erase')
}

/** Runs `work` whole or not at all. `work` must not wait: what is slow, such as a KDF, belongs before it. */
export function inTransaction<T>(db: WritableDb, work: () => T): T {
  const driver = driverOf(db)
  if (driver.inTransaction) throw new Error('transactions are not nested')
  driver.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    if (result instanceof Promise) throw new Error('a transaction must not wait')
    driver.exec('COMMIT')
    return result
  } catch (error) {
    // SQLite may have rolled back on its own, for instance on a full disk.
    if (driver.inTransaction) driver.exec('ROLLBACK')
    throw error
  }
}

/** The number of the last migration that was applied; 0 for a new database. */
export function schemaVersion(db: ReadableDb): number {
  return Number(driverOf(db).pragma('user_version', { simple: true }))
}

/** One numbered step of the schema; see `Migration`. */
export interface SchemaChange {
  readonly version: number
  readonly sql: string
  readonly rebuilds?: boolean
}

/** Applies one migration. Refuses any other change of the schema: a version can only go up. */
export function changeSchema(db: WritableDb, { version, sql, rebuilds = false }: SchemaChange): void {
  if (version <= schemaVersion(db)) throw new Error(`the schema is past version ${version}`)
  const driver = driverOf(db)
  // Only outside a transaction does SQLite listen to this.
  if (rebuilds) driver.pragma('foreign_keys = OFF')
  try {
    inTransaction(db, () => {
      driver.exec(sql)
      const broken = rebuilds ? (driver.pragma('foreign_key_check') as unknown[]) : []
      if (broken.length > 0) throw new Error(`version ${version} breaks ${broken.length} references`)
      driver.pragma(`user_version = ${version}`)
    })
  } finally {
    if (rebuilds) driver.pragma('foreign_keys = ON')
  }
}

/** What was copied, as it was described, and the SHA-256 of the copy where that was at hand. */
interface Snapshot<T> {
  readonly described: T
  readonly sha256: Sha256 | undefined
}

/**
 * Copies the database as it is now, encrypted as it is, into a new file, and answers what `describe` reads of that same
 * state. Where the WAL cannot be brought into the file, because another connection reads, SQLite copies row by row instead.
 */
export function snapshotDatabase<T>(db: WritableDb, to: string, describe: () => T): Snapshot<T> {
  const driver = driverOf(db)
  driver.pragma('wal_checkpoint(TRUNCATE)')
  const snapshot = inTransaction(db, () => {
    // While nobody else can write, an empty WAL stays empty and the file holds everything.
    if ((statSync(`${driver.name}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return undefined
    return { sha256: copyOpenFile(rawHandle(driver), to), described: describe() }
  })
  if (snapshot !== undefined) return snapshot
  copyDatabase(db, to)
  return { sha256: undefined, described: describe() }
}

/** Writes a compact copy under the same key, row by row: several times slower than `snapshotDatabase`. */
export function copyDatabase(db: ReadableDb, to: string): void {
  driverOf(db).prepare('VACUUM INTO ?').run(to)
}

/**
 * Gives a database that nobody has open another key, page by page in place. After a failure it is to be thrown away: only
 * a copy is ever treated so.
 */
export function rekeyDatabase(file: string, from: StoreKey, to: StoreKey): void {
  const db = new Database(file, { fileMustExist: true })
  const literal = to.sqlCipherLiteral()
  try {
    unlock(db, from)
    db.pragma('journal_mode = DELETE') // what has a WAL cannot be given another key
    db.pragma('synchronous = OFF') // it is flushed once, when it is proven
    db.rekey(literal)
  } finally {
    literal.fill(0)
    db.close()
  }
}

/**
 * Whether every page agrees with every other: each row with its indexes, each index with its rows. A page that is older
 * than the rest carries a code that is right, so that opening does not see it; this does, and takes about twice as long.
 */
export function pagesAgree(db: ReadableDb): boolean {
  return driverOf(db).pragma('integrity_check(1)', { simple: true }) === 'ok'
}

/** Whether a row was refused because its key, or a screening number, is taken. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Database.SqliteError)) return false
  if (['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(error.code)) return true
  return error.code === 'SQLITE_CONSTRAINT_TRIGGER' && error.message.startsWith('duplicate ')
}

const rawHandles = new WeakMap<Db, number>()

/**
 * A handle on the file behind a connection. It stays open as long as that: POSIX drops every lock that a process has on a
 * file once it closes any handle on it, and SQLite's would go unnoticed.
 */
function rawHandle(driver: Db): number {
  const handle = rawHandles.get(driver) ?? openSync(driver.name, 'r')
  rawHandles.set(driver, handle)
  return handle
}

const statements = new WeakMap<Db, Map<string, Statement>>()

/** `WITH` can begin a write as well, so what only reads is also asked of SQLite. */
const allowedText = {
  read: /^\s*(?:SELECT|WITH|EXPLAIN)\b/i,
  append: /^\s*INSERT\s+INTO\b/i,
  erase: /^\s*DELETE\s+FROM\s+drafts\s+WHERE\b/i,
}

function prepared(db: ReadableDb, sql: string, purpose: keyof typeof allowedText): Statement {
  if (!allowedText[purpose].test(sql)) throw new Error(`not a statement that can ${purpose}`)
  const driver = driverOf(db)
  const cache = statements.get(driver) ?? new Map<string, Statement>()
  statements.set(driver, cache)
  const cached = cache.get(sql)
  if (cached !== undefined) return cached
  const statement = driver.prepare(sql)
  if (purpose === 'read' && !statement.readonly) throw new Error('not a statement that can read')
  cache.set(sql, statement)
  return statement
}

function driverOf(db: ReadableDb): Db {
  return db as unknown as Db
}

function asConnection(db: Db): WritableDb {
  return db as unknown as WritableDb
}

/** The order is SQLCipher's: cipher, then format, then key; the first read proves them. */
function unlock(db: Db, key: StoreKey): void {
  db.pragma("cipher = 'sqlcipher'")
  db.pragma('legacy = 4') // the format that SQLCipher 4 reads: the rescue path
  const literal = key.sqlCipherLiteral()
  try {
    db.key(literal) // as bytes, so that it never stands in SQL text
  } finally {
    literal.fill(0)
  }
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
}

function configure(db: Db): void {
  db.pragma('temp_store = MEMORY') // a sort must not spill plaintext to the disk
  db.pragma('cache_size = -65536') // 64 MB: a page that does not fit is encrypted each time that it leaves
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL') // the compiled default for WAL is NORMAL, which can lose the last commits
  db.pragma('foreign_keys = ON')
  db.pragma('secure_delete = ON') // an erased draft leaves no text in free pages for who has the key
  db.pragma('recursive_triggers = ON') // else INSERT OR REPLACE removes a row past its DELETE trigger
}

/** Reads every page over a connection that cannot write: a writing one would fold the WAL into a damaged file. */
function proveReadable(file: string, key: StoreKey, newest: number): void {
  readingOnly(file, key, db => {
    const found = db.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw new Error(String(found))
    const version = schemaVersion(asConnection(db))
    if (version > newest) throw new AppError({ code: 'store_newer', store: version, application: newest })
  })
}

function readingOnly<T>(file: string, key: StoreKey, read: (db: Db) => T): T {
  const leftovers = [`${file}-wal`, `${file}-shm`].filter(path => !existsSync(path))
  let db: Db | undefined
  try {
    db = new Database(file, { fileMustExist: true, readonly: true })
    unlock(db, key)
    db.pragma('temp_store = MEMORY')
    const answer = read(db)
    db.close()
    return answer
  } catch (error) {
    db?.close()
    for (const path of leftovers) rmSync(path, { force: true })
    throw unopened(error, file)
  }
}

/** A disk that fails, and another program that holds the file, are told from damage. */
function unopened(error: unknown, file: string): AppError {
  if (error instanceof AppError) return error
  return storeFailure(error, dirname(file)) ?? damaged(error)
}

function damaged(cause?: unknown): AppError {
  return new AppError({ code: 'store_damaged', part: 'database' }, { cause })
}
