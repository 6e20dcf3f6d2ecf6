import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changeSchema, closeDatabase, openDatabase } from '#main/store/connection.ts'
import { storeFiles } from '#main/store/files.ts'
import { readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import { migrations } from '#main/store/migrate.ts'
import { backupOf } from '#test/support/backup-of.ts'
import { failureOf, PASSWORD, startEngine, type TestEngine } from '#test/support/engine.ts'
import { makeOldStore } from '#test/support/old-store.ts'
import { BY_CHEN, handedOver, planOf, unlock } from '#test/support/restoring.ts'
import { practiseFile } from '../backups/drill/practise-file.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const newest = migrations.at(-1)?.version ?? 0

let home: string
let fresh: TestEngine
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lobule-test-'))
  fresh = startEngine()
})
afterEach(() => {
  fresh.dispose()
  rmSync(home, { recursive: true })
})

const file = () => join(home, 'old.lobule')

async function oldBackup(schema?: number) {
  const directory = join(home, 'old')
  await makeOldStore(directory, [])
  if (schema !== undefined) await bringTo(directory, schema)
  return backupOf({ directory, clock: fresh.clock }, file())
}

async function bringTo(directory: string, version: number) {
  const opened = await unwrapForUser(readKeyring(directory), 'chen', PASSWORD)
  if (opened === undefined) throw new Error('chen opens the old store')
  const db = openDatabase(storeFiles(directory).database, opened.key)
  changeSchema(db, { version, sql: 'CREATE TABLE of_tomorrow (id TEXT PRIMARY KEY) STRICT;' })
  closeDatabase(db)
  opened.key.destroy()
}

describe('[N1] a backup of an older Lobule', () => {
  it('is restored and brought to this version when it is opened', async () => {
    expect(await oldBackup()).toMatchObject({ schema: 50 })
    const { id } = await planOf(fresh, await handedOver(file(), fresh))
    await fresh.api.restoring.perform({ id })
    const { findings } = await unlock(fresh)
    expect(findings.toSorted()).toEqual(['store_migrated', 'store_restored'])
    expect((await fresh.api.audit.verify({})).problems).toEqual([])
  })

  it('passes a drill, which brings its scratch copy to this version', async () => {
    await oldBackup()
    const { passed, checks, copy } = await practiseFile(file(), join(home, 'scratch'), BY_CHEN)
    expect(checks.filter(({ result }) => result === 'differs')).toEqual([])
    expect({ passed, schema: copy?.summary.schema }).toEqual({ passed: true, schema: 50 })
  })
})

describe('[N1] a backup of a newer Lobule', () => {
  it('is refused before anything of it is opened, and so is a drill of it', async () => {
    await oldBackup(newest + 10)
    const refused = failureOf(planOf(fresh, await handedOver(file(), fresh)))
    expect(await refused).toEqual({ code: 'store_newer', store: newest + 10, application: newest })
    const { passed, checks } = await practiseFile(file(), join(home, 'scratch'), BY_CHEN)
    expect(passed).toBe(false)
    expect(checks.find(({ result }) => result === 'differs')?.detail).toBe('it was written by a newer Lobule')
  })
})
