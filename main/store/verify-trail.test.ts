import { copyFileSync, existsSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newStore, openRaw, reopen } from '#test/support/new-store.ts'
import { auditEntry } from '#test/support/store-rows.ts'
import { advanceAnchor, readAnchor, writeAnchor } from './anchor.ts'
import { appendEntry, linkHash, trailHead } from './audit-trail.ts'
import { closeDatabase, type WritableDb } from './connection.ts'
import type { Db } from './driver.ts'
import { readIfPresent, storeFiles, writeAtomically } from './files.ts'
import { StoreKey } from './store-key.ts'
import { matchesAnchor, verifyTrail } from './verify-trail.ts'

const ENTRIES = 10

function append(db: WritableDb, count: number): void {
  for (let each = 0; each < count; each += 1) appendEntry(db, auditEntry({ newValue: each }))
}

/** A store whose trail somebody with the key and their own tool changed while it was closed. */
function tampered(change: (raw: Db) => void) {
  const { db, directory, key } = newStore()
  append(db, ENTRIES)
  const head = trailHead(db)
  if (head === undefined) throw new Error('no entries')
  writeAnchor(directory, key, head)
  closeDatabase(db)
  const raw = openRaw(directory, key)
  const triggers = raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`)
  change(raw)
  for (const { sql } of triggers) raw.exec(sql)
  raw.close()
  return { db: reopen(directory, key), head, directory, key }
}

/** What a careful forger does: every hash from the first to the last is made to fit again. */
function rechain(raw: Db): void {
  const rows = raw.prepare('SELECT seq, entry FROM audit_entries ORDER BY seq').all() as {
    seq: number
    entry: string
  }[]
  let previous = '0'.repeat(64)
  for (const { seq, entry } of rows) {
    const hash = linkHash(previous, entry)
    raw.prepare('UPDATE audit_entries SET previous_hash = ?, hash = ? WHERE seq = ?').run(previous, hash, seq)
    previous = hash
  }
}

const EDIT = `UPDATE audit_entries SET entry = replace(entry, '"newValue":4', '"newValue":5') WHERE seq = 5`

describe('[A3] verifying the trail', () => {
  it('finds nothing in one that is whole', () => {
    const { db, head } = tampered(() => undefined)
    expect(verifyTrail(db, { anchor: head })).toMatchObject({
      ...{ entries: ENTRIES, head: head.hash, problems: [], clockFindings: 0, next: null },
    })
    expect(verifyTrail(db)).toMatchObject({ problems: [] })
  })

  it('finds an edited entry at its number', () => {
    const { db } = tampered(raw => raw.exec(EDIT))
    expect(verifyTrail(db).problems).toEqual([{ seq: 5, problem: 'edited' }])
  })

  it('finds an edited entry whose own hash was made to fit', () => {
    const { db } = tampered(raw => {
      raw.exec(EDIT)
      const row = raw
        .prepare('SELECT entry, previous_hash AS previous FROM audit_entries WHERE seq = 5')
        .get()
      const { entry, previous } = row as { entry: string; previous: string }
      raw.prepare('UPDATE audit_entries SET hash = ? WHERE seq = 5').run(linkHash(previous, entry))
    })
    expect(verifyTrail(db).problems).toEqual([{ seq: 6, problem: 'chain_broken' }])
  })

  it('finds a removed entry, the first one too', () => {
    for (const seq of [1, 5]) {
      const { db } = tampered(raw => raw.exec(`DELETE FROM audit_entries WHERE seq = ${seq}`))
      expect(verifyTrail(db).problems).toEqual([{ seq: seq + 1, problem: 'entries_missing' }])
    }
  })

  it('finds a removed entry whose successors were renumbered and chained again', () => {
    const { db } = tampered(raw => {
      raw.exec('DELETE FROM audit_entries WHERE seq = 5')
      for (let seq = 6; seq <= ENTRIES; seq += 1) {
        raw.exec(`UPDATE audit_entries SET seq = ${seq - 1} WHERE seq = ${seq}`)
      }
      rechain(raw)
    })
    expect(verifyTrail(db).problems[0]).toEqual({ seq: 5, problem: 'edited' })
  })

  it('finds two entries that changed places', () => {
    const { db } = tampered(raw => {
      raw.exec('UPDATE audit_entries SET seq = -3 WHERE seq = 3')
      raw.exec('UPDATE audit_entries SET seq = 3 WHERE seq = 4')
      raw.exec('UPDATE audit_entries SET seq = 4 WHERE seq = -3')
    })
    expect(verifyTrail(db).problems.map(({ seq }) => seq)).toContain(3)
  })

  it('finds a cut tail by the anchor, and only by it', () => {
    const { db, head } = tampered(raw => raw.exec('DELETE FROM audit_entries WHERE seq > 7'))
    expect(verifyTrail(db).problems).toEqual([])
    expect(verifyTrail(db, { anchor: head }).problems).toEqual([{ seq: ENTRIES, problem: 'tail_missing' }])
    expect(matchesAnchor(db, head)).toBe(false)
  })

  it('finds a chain that was written anew from an edited entry on, by the anchor', () => {
    const { db, head } = tampered(raw => {
      raw.exec(EDIT)
      rechain(raw)
    })
    expect(verifyTrail(db).problems).toEqual([])
    expect(verifyTrail(db, { anchor: head }).problems).toEqual([
      { seq: ENTRIES, problem: 'not_the_anchored_entry' },
    ])
    expect(matchesAnchor(db, head)).toBe(false)
  })

  it('finds an emptied trail', () => {
    const { db, head } = tampered(raw => raw.exec('DELETE FROM audit_entries'))
    expect(verifyTrail(db, { anchor: head })).toMatchObject({
      entries: 0,
      head: null,
      problems: [{ seq: ENTRIES, problem: 'tail_missing' }],
    })
  })

  it('says when a trigger that protects the trail is gone or was replaced by a tame one', () => {
    const { db, directory, key } = newStore()
    append(db, 1)
    openRaw(directory, key).exec('DROP TRIGGER audit_entries_refuse_delete')
    expect(verifyTrail(db).problems).toEqual([{ seq: 0, problem: 'unprotected' }])
    openRaw(directory, key).exec(`CREATE TRIGGER audit_entries_refuse_delete BEFORE DELETE ON audit_entries
      BEGIN SELECT 1; END`)
    expect(verifyTrail(db).problems).toEqual([{ seq: 0, problem: 'unprotected' }])
  })
})

describe('[A3] the anchor outside the database', () => {
  it('shows that an older copy of the whole database was put back', () => {
    const { db, directory, key } = newStore()
    append(db, 3)
    closeDatabase(db)
    const { database } = storeFiles(directory)
    const older = join(directory, 'older.db')
    copyFileSync(database, older)
    const again = reopen(directory, key)
    append(again, 2)
    const head = trailHead(again)
    if (head === undefined) throw new Error('no entries')
    writeAnchor(directory, key, head)
    closeDatabase(again)
    copyFileSync(older, database)
    const anchor = readAnchor(directory, key)
    expect(anchor).toMatchObject({ state: 'good', head: { seq: 5 } })
    expect(matchesAnchor(reopen(directory, key), head)).toBe(false)
  })

  it('is authentic: a changed one, one under another key and a missing one are told', () => {
    const { db, directory, key } = newStore()
    append(db, 2)
    const head = trailHead(db)
    if (head === undefined) throw new Error('no entries')
    expect(readAnchor(directory, key)).toEqual({ state: 'missing' })
    writeAnchor(directory, key, head)
    expect(readAnchor(directory, key)).toEqual({ state: 'good', head: { seq: 2, hash: head.hash } })
    expect(readAnchor(directory, StoreKey.generate())).toEqual({ state: 'forged' })
    const file = storeFiles(directory).anchor
    const text = readIfPresent(file) ?? ''
    writeAtomically(file, text.replace('"seq":2', '"seq":1'))
    expect(readAnchor(directory, key)).toEqual({ state: 'forged' })
    writeAtomically(file, text.slice(0, -9))
    expect(readAnchor(directory, key)).toEqual({ state: 'forged' })
  })

  it('moves on every hundred entries', () => {
    const { db, directory, key } = newStore()
    append(db, 99)
    expect(advanceAnchor(db, directory, key, 0)).toBe(0)
    expect(readAnchor(directory, key)).toEqual({ state: 'missing' })
    append(db, 1)
    expect(advanceAnchor(db, directory, key, 0)).toBe(100)
    expect(readAnchor(directory, key)).toMatchObject({ head: { seq: 100 } })
    rmSync(storeFiles(directory).anchor)
    append(db, 99)
    expect(advanceAnchor(db, directory, key, 100)).toBe(100)
  })

  it.skipIf(!existsSync('/dev/full'))('[B2] fails nothing that was committed where it finds no room', () => {
    const { db, directory, key } = newStore()
    append(db, 2)
    symlinkSync('/dev/full', storeFiles(directory).lastCommit)
    expect(advanceAnchor(db, directory, key, 1)).toBe(1)
    append(db, 100)
    expect(advanceAnchor(db, join(directory, 'gone'), key, 1)).toBe(1)
  })

  it('[B2] knows of every commit between two anchors, and a torn note of it says nothing', () => {
    const { db, directory, key } = newStore()
    append(db, 2)
    const [anchored, lastCommit] = [trailHead(db), storeFiles(directory).lastCommit]
    if (anchored === undefined) throw new Error('no entries')
    writeAnchor(directory, key, anchored)
    append(db, 3)
    expect(advanceAnchor(db, directory, key, 2)).toBe(2)
    expect(readAnchor(directory, key)).toMatchObject({ state: 'good', head: { seq: 5 } })
    const noted = readIfPresent(lastCommit) ?? ''
    for (const torn of ['', noted.slice(0, 40), noted.replace('"seq":5', '"seq":9')]) {
      writeAtomically(lastCommit, torn)
      expect(readAnchor(directory, key)).toMatchObject({ state: 'good', head: { seq: 2 } })
    }
  })
})
