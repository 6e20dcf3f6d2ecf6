import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newFolder } from '#test/support/new-store.ts'
import { AUTHOR, auditEntry, insertFirstRows, TEST_KDF } from '#test/support/store-rows.ts'
import { writeAnchor } from './anchor.ts'
import { appendEntry } from './audit-trail.ts'
import { closeDatabase, createDatabase, schemaVersion } from './connection.ts'
import { storeFiles } from './files.ts'
import { readKeyring, unwrapForUser } from './keyring.ts'
import { migrate } from './migrate.ts'
import { foldSecurityLog } from './security-fold.ts'
import { findSite } from './site-repository.ts'
import { createStore, migrateStore, type NewStore, openStore } from './store.ts'
import { StoreKey } from './store-key.ts'
import { verifyTrail } from './verify-trail.ts'

const FIRST = { userId: AUTHOR, loginName: 'li.wei', password: 'correct horse battery', kdf: TEST_KDF }
const NEW_STORE: NewStore = {
  storeId: 'store-1',
  at: '2026-11-14T00:00:00.000Z',
  first: FIRST,
  fill: (db, key, directory) => {
    insertFirstRows(db)
    writeAnchor(directory, key, appendEntry(db, auditEntry({ action: 'store.create' })))
  },
}

describe('a new store', () => {
  it('is there whole: database, keyring, attempts, security log and anchor, for its owner only', async () => {
    const directory = join(newFolder(), 'new', 'store')
    const { db, key } = await createStore(directory, NEW_STORE)
    expect(findSite(db)?.number).toBe('01')
    closeDatabase(db)
    expect(readdirSync(directory).sort()).toEqual([
      'attempts.json',
      'keyring.json',
      'lobule.db',
      'security.log',
      'trail-anchor.json',
    ])
    for (const file of readdirSync(directory))
      expect(statSync(join(directory, file)).mode & 0o077, file).toBe(0)
    const opened = await unwrapForUser(readKeyring(directory), 'li.wei', FIRST.password)
    expect(opened?.key.bytes().equals(key.bytes())).toBe(true)
  })

  it('may be named with a separator at the end', async () => {
    const parent = newFolder()
    const { db } = await createStore(`${join(parent, 'store')}/`, NEW_STORE)
    closeDatabase(db)
    expect(readdirSync(parent)).toEqual(['store'])
  })

  it('opens again at this version with nothing to migrate', async () => {
    const directory = join(newFolder(), 'store')
    const created = await createStore(directory, NEW_STORE)
    closeDatabase(created.db)
    const { db, pending } = openStore(directory, created.key)
    onTestFinished(() => closeDatabase(db))
    expect(pending).toBeUndefined()
    expect(schemaVersion(db)).toBe(100)
    expect(verifyTrail(db)).toMatchObject({ entries: 1, problems: [] })
  })

  it('is never made in a folder that holds anything', async () => {
    const directory = newFolder()
    writeFileSync(join(directory, 'keyring.json'), 'an old one')
    await expect(createStore(directory, NEW_STORE)).rejects.toThrow('store_exists')
    expect(readdirSync(directory)).toEqual(['keyring.json'])
  })

  it('leaves nothing behind when its making fails', async () => {
    const parent = newFolder()
    mkdirSync(join(parent, 'store'))
    const fill = () => {
      throw new Error('no disk')
    }
    await expect(createStore(join(parent, 'store'), { ...NEW_STORE, fill })).rejects.toThrow('no disk')
    expect(readdirSync(parent)).toEqual(['store'])
    expect(readdirSync(join(parent, 'store'))).toEqual([])
  })
})

it('[A1] a migration is told to the next opening where a crash kept it out of the trail', () => {
  const directory = newFolder()
  const key = StoreKey.generate()
  const old = createDatabase(storeFiles(directory).database, key)
  migrate(old, 20)
  closeDatabase(old)
  const opened = openStore(directory, key)
  if (opened.pending !== undefined) migrateStore({ db: opened.db, directory }, opened.pending, NEW_STORE.at)
  // The process ends here, before the caller writes an entry.
  closeDatabase(opened.db)
  const { db, pending } = openStore(directory, key)
  onTestFinished(() => closeDatabase(db))
  expect(pending).toBeUndefined()
  expect(foldSecurityLog(db, directory).notes[0]).toMatchObject({
    action: 'security.migration_started',
    newValue: { at: NEW_STORE.at, detail: `from version 20 to ${schemaVersion(db)}` },
  })
})
