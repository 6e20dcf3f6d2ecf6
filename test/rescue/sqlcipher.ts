import Database from '@signalapp/sqlcipher'
import type { Db } from '#main/store/driver.ts'

/** Every row of every table, by the table's name. */
export type Rows = Record<string, unknown[]>

const TABLES = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`

/** Runs what the script printed, as SQLCipher 4 does that knows nothing of Lobule. */
export function runInSqlCipher(database: string, statements: string): void {
  const db = new Database(database)
  try {
    db.exec(statements)
  } finally {
    db.close()
  }
}

/** The rows of a plain SQLite file. */
export function rowsOfPlain(file: string): Rows {
  const db = new Database(file)
  try {
    const tables = db.prepare(TABLES, { pluck: true }).all().map(String)
    return Object.fromEntries(
      tables.map(table => [table, comparable(db.prepare(`SELECT * FROM ${table}`).all())]),
    )
  } finally {
    db.close()
  }
}

/** The rows of a store, by the driver that wrote them. */
export function rowsOfStore(db: Db): Rows {
  const tables = db.prepare(TABLES).pluck().all().map(String)
  return Object.fromEntries(
    tables.map(table => [table, comparable(db.prepare(`SELECT * FROM ${table}`).all())]),
  )
}

/** In one order, and bytes as text: one driver answers them as another class than the other. */
function comparable(rows: readonly unknown[]): unknown[] {
  const texts = rows.map(row =>
    JSON.stringify(row, (_name, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    ),
  )
  return texts.sort()
}
