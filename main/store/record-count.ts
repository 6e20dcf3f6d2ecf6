import { z } from 'zod'
import { type ReadableDb, select } from './connection.ts'

/** How many rows each table has, in the order of their names. */
export function tableCounts(db: ReadableDb): Record<string, number> {
  const sql = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`
  const tables = z.array(z.string().regex(/^[a-z_]+$/)).parse(select(db, sql).pluck().all())
  return Object.fromEntries(
    tables.map(table => [table, z.int().parse(select(db, `SELECT count(*) FROM ${table}`).pluck().get())]),
  )
}

/**
 * How many records there are in all tables; drafts are none. As nothing is ever removed they only become more: fewer than
 * before means that an older page was put back, also of a table that no index repeats.
 */
export function countRecords(db: ReadableDb): number {
  const { drafts: _drafts, ...tables } = tableCounts(db)
  return Object.values(tables).reduce((sum, count) => sum + count, 0)
}
