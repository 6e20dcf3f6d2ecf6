import { hash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFolder, newStore, openRaw, reopen } from '#test/support/new-store.ts'
import { auditEntry } from '#test/support/store-rows.ts'
import { appendEntry, trailHead } from './audit-trail.ts'
import { snapshotDatabase } from './connection.ts'
import { storeFiles } from './files.ts'
import { verifyTrail } from './verify-trail.ts'

describe('a snapshot of the database', () => {
  it('holds what was committed, also what lay in the WAL, and says the hash of what it wrote', () => {
    const { db, directory, key } = newStore()
    appendEntry(db, auditEntry())
    expect(statSync(`${storeFiles(directory).database}-wal`).size).toBeGreaterThan(0)
    const folder = newFolder()
    const to = storeFiles(folder).database
    const { described, sha256 } = snapshotDatabase(db, to, () => trailHead(db))
    expect(sha256).toBe(hash('sha256', readFileSync(to), 'hex'))
    const copy = reopen(folder, key)
    expect(trailHead(copy)).toEqual(described)
    expect(verifyTrail(copy).problems).toEqual([])
  })

  it('is whole where somebody else reads meanwhile, though SQLite has to copy it row by row', () => {
    const { db, directory, key } = newStore()
    const reader = openRaw(directory, key)
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM audit_entries').get()
    appendEntry(db, auditEntry())
    const folder = newFolder()
    const { described, sha256 } = snapshotDatabase(db, storeFiles(folder).database, () => trailHead(db))
    expect(sha256).toBeUndefined()
    expect(trailHead(reopen(folder, key))).toEqual(described)
    reader.exec('COMMIT')
  })

  // Only Linux tells which locks a process holds.
  it.runIf(process.platform === 'linux')('keeps the locks of the connection that it is taken through', () => {
    const { db, directory } = newStore()
    const { ino } = statSync(storeFiles(directory).database)
    const locks = () =>
      readFileSync('/proc/locks', 'utf8')
        .split('\n')
        .filter(line => line.includes(` ${process.pid} `) && line.includes(`:${ino} `))
    expect(locks()).toHaveLength(1)
    snapshotDatabase(db, join(newFolder(), 'copy'), () => undefined)
    expect(locks()).toHaveLength(1)
  })

  it('takes no file that is there', () => {
    const { db, directory } = newStore()
    const { database } = storeFiles(directory)
    const before = readFileSync(database)
    expect(() => snapshotDatabase(db, database, () => undefined)).toThrow()
    expect(readFileSync(database).length).toBeGreaterThanOrEqual(before.length)
  })
})
