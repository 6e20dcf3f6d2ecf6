import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFolder, newStore, reopen } from '#test/support/new-store.ts'
import {
  changeSchema,
  closeDatabase,
  createDatabase,
  erase,
  insert,
  inTransaction,
  openDatabase,
  select,
  type WritableDb,
} from './connection.ts'
import type { Db } from './driver.ts'
import { StoreKey } from './store-key.ts'

const USER_COUNT = 'SELECT count(*) FROM users'
const ADD_USER = 'INSERT INTO users (id, created_at, created_by) VALUES (?, ?, ?)'

function countUsers(db: WritableDb): unknown {
  return select(db, USER_COUNT).pluck().get()
}

describe('a database', () => {
  it('is not created over a file that is there', () => {
    const file = join(newFolder(), 'lobule.db')
    writeFileSync(file, 'something')
    expect(() => createDatabase(file, StoreKey.generate())).toThrow('store_exists')
    expect(readFileSync(file, 'utf8')).toBe('something')
  })

  it('has the pragmas that keep it safe, after creation and after every opening', () => {
    const { db, directory, key } = newStore()
    for (const connection of [db, reopen(directory, key)]) {
      const driver = connection as unknown as Db
      const read = (pragma: string) => driver.pragma(pragma, { simple: true })
      expect(read('journal_mode')).toBe('wal')
      expect(read('synchronous'), 'FULL: no acknowledged commit is lost').toBe(2)
      expect(read('temp_store'), 'memory: nothing spills in plaintext').toBe(2)
      expect(read('foreign_keys')).toBe(1)
      expect(read('recursive_triggers')).toBe(1)
      expect(read('secure_delete'), 'erased drafts are overwritten').toBe(1)
    }
  })

  it('can be closed twice, and then refuses work', () => {
    const { db } = newStore()
    closeDatabase(db)
    closeDatabase(db)
    expect(() => countUsers(db)).toThrow('not open')
  })

  it('keeps its schema: only a migration with a higher number changes it', () => {
    const { db } = newStore()
    expect(() => changeSchema(db, { version: 30, sql: 'DROP TABLE audit_entries' })).toThrow(
      'past version 30',
    )
  })
})

describe('a statement', () => {
  it.each([
    'DELETE FROM users',
    'PRAGMA foreign_keys = OFF',
    'WITH x AS (SELECT 1) INSERT INTO users SELECT 1, 1, 1',
  ])('that reads cannot be: %s', sql => {
    const { db } = newStore()
    expect(() => select(db, sql)).toThrow('not a statement that can read')
  })

  it.each(["UPDATE users SET id = ''", 'DROP TABLE users', 'INSERT OR REPLACE INTO users VALUES (1, 2, 3)'])(
    'that appends cannot be: %s',
    sql => {
      const { db } = newStore()
      expect(() => insert(db, sql)).toThrow('not a statement that can append')
    },
  )

  it.each([
    'DELETE FROM users',
    "DELETE FROM users WHERE id = 'drafts'",
    'DELETE FROM drafts',
    'DELETE FROM drafts_of_others WHERE 1',
    'DELETE FROM main.users WHERE 1 -- DELETE FROM drafts WHERE',
    'DELETE FROM drafts WHERE 1; DELETE FROM users WHERE 1',
    "UPDATE drafts SET content = ''",
    'WITH x AS (SELECT 1) DELETE FROM drafts WHERE 1',
  ])('that erases cannot be: %s', sql => {
    const { db } = newStore()
    expect(() => erase(db, sql)).toThrow()
  })

  it('is prepared once', () => {
    const { db } = newStore()
    expect(select(db, USER_COUNT)).toBe(select(db, USER_COUNT))
  })
})

describe('a transaction', () => {
  it('leaves nothing behind when its work fails', () => {
    const { db } = newStore()
    const work = () => {
      insert(db, ADD_USER).run('user-2', '2026-01-01', 'user-1')
      throw new Error('halfway')
    }
    expect(() => inTransaction(db, work)).toThrow('halfway')
    expect(countUsers(db)).toBe(1)
  })

  it('is neither nested nor left open while something waits', () => {
    const { db } = newStore()
    expect(() => inTransaction(db, () => inTransaction(db, () => 1))).toThrow('not nested')
    expect(() => inTransaction(db, () => Promise.resolve())).toThrow('must not wait')
    expect(inTransaction(db, () => 2)).toBe(2)
  })

  it('refuses a row that refers to nobody', () => {
    const { db } = newStore()
    expect(() => insert(db, ADD_USER).run('user-2', '2026-01-01', 'nobody')).toThrow('FOREIGN KEY')
  })
})

describe('opening', () => {
  it('never makes a database where there is none', () => {
    const file = join(newFolder(), 'lobule.db')
    expect(() => openDatabase(file, StoreKey.generate())).toThrow('store_missing')
    expect(() => readFileSync(file)).toThrow('ENOENT')
  })

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a plaintext database', Buffer.from(`SQLite format 3\0${' '.repeat(4096)}`)],
  ])('calls %s damaged and leaves it alone', (_what, bytes) => {
    const file = join(newFolder(), 'lobule.db')
    writeFileSync(file, bytes)
    expect(() => openDatabase(file, StoreKey.generate())).toThrow('store_damaged')
    expect(readFileSync(file)).toEqual(bytes)
  })
})
