import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unpackCopy } from '#main/interchange/zip/unpack-copy.ts'
import { closeDatabase, schemaVersion } from '#main/store/connection.ts'
import { storeFiles } from '#main/store/files.ts'
import { readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import { migrations } from '#main/store/migrate.ts'
import { noStep } from '#main/store/site-copy/file-entry.ts'
import { openStore } from '#main/store/store.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import { listUsers } from '#main/store/user-repository.ts'
import { failureOf, PASSWORD, startEngine, type TestEngine } from '#test/support/engine.ts'
import { newFolder, openRaw } from '#test/support/new-store.ts'
import { makeOldStore } from '#test/support/old-store.ts'

const OLD = 50
const NEWEST = migrations.at(-1)?.version ?? 0
const chen = { loginName: 'chen', password: PASSWORD }

async function keyIn(folder: string): Promise<StoreKey> {
  const opened = await unwrapForUser(readKeyring(folder), 'chen', PASSWORD)
  if (opened === undefined) throw new Error('the keyring does not open')
  return opened.key
}

/** What lies in a folder, to the byte; the lock is nobody's content. */
function contentOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    file => file.isFile() && file.name !== 'lock.db',
  )
  return Object.fromEntries(
    files.map(({ name }) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}

describe('[N1] a store of an older Lobule', () => {
  let test: TestEngine
  beforeEach(async () => {
    test = startEngine()
    await makeOldStore(test.directory, ['monitor'])
  })
  afterEach(() => test.dispose())

  it('is brought to this version after a copy of it was kept and opened, and says so', async () => {
    expect((await test.api.session.unlock(chen)).findings).toContain('store_migrated')
    const [name, ...others] = readdirSync(storeFiles(test.directory).backups)
    expect(others).toEqual([])
    expect(await test.api.audit.list({ action: 'store.migrate' })).toMatchObject([
      { newValue: { from: OLD, to: NEWEST, backup: { fileName: name } } },
    ])
    expect(await test.api.audit.list({ action: 'security.migration_started' })).toHaveLength(1)
    await test.api.session.lock({})
    expect((await test.api.session.unlock(chen)).findings).toEqual([])
  })

  it('can be taken back: the copy is the old store with its keyring, and the older Lobule opens it', async () => {
    await test.api.session.unlock(chen)
    const { backups } = storeFiles(test.directory)
    const folder = newFolder()
    const copy = await unpackCopy(join(backups, readdirSync(backups)[0] ?? ''), folder, noStep)
    expect(copy.summary).toMatchObject({ purpose: 'before_migration', schema: OLD })
    const older = migrations.filter(({ version }) => version <= OLD)
    const { db, pending } = openStore(folder, await keyIn(folder), older)
    expect(pending).toBeUndefined()
    expect(listUsers(db).map(({ loginName }) => loginName)).toEqual(['chen', 'monitor'])
    closeDatabase(db)
  })

  it('stays as it was where no copy of it can be kept', async () => {
    const key = await keyIn(test.directory)
    const blocked = storeFiles(test.directory).backups
    // A file where the folder would be: as good as a disk that takes nothing, also for who may do anything.
    writeFileSync(blocked, '')
    expect(await failureOf(test.api.session.unlock(chen))).toMatchObject({ code: 'no_place', place: 'store' })
    const { db, pending } = openStore(test.directory, key)
    expect([schemaVersion(db), pending?.from]).toEqual([OLD, OLD])
    closeDatabase(db)
  })
})

describe('[N1] a store of a newer Lobule', () => {
  let test: TestEngine
  beforeEach(async () => {
    test = startEngine()
    await makeOldStore(test.directory, [])
    await test.api.session.unlock(chen)
    await test.api.session.lock({})
  })
  afterEach(() => test.dispose())

  it('is refused, with both versions, and not one byte of it is touched', async () => {
    const raw = openRaw(test.directory, await keyIn(test.directory))
    raw.pragma('user_version = 1000')
    raw.close()
    const before = contentOf(test.directory)
    const newer = { code: 'store_newer', store: 1000, application: NEWEST }
    expect(await failureOf(test.api.session.unlock(chen))).toEqual(newer)
    expect(await failureOf(test.api.session.unlock(chen))).toEqual(newer)
    expect(contentOf(test.directory)).toEqual(before)
  })

  it('is not touched either by a Lobule that does not know its last step', async () => {
    const key = await keyIn(test.directory)
    const before = contentOf(test.directory)
    expect(() => openStore(test.directory, key, migrations.slice(0, -1))).toThrow('store_newer')
    expect(contentOf(test.directory)).toEqual(before)
    expect(existsSync(storeFiles(test.directory).next)).toBe(false)
  })
})
