import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { storeFiles } from '#main/store/files.ts'
import { backupOf } from '#test/support/backup-of.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import {
  asideOf,
  backupFile,
  copyFiles,
  handedOver,
  planOf,
  putBack,
  register,
  restored,
  unlock,
  withLaterWork,
} from '#test/support/restoring.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const beside = (name: string) => join(dirname(site.directory), name)

describe('what a restore would lose', () => {
  it('is told from the place where two trails part', async () => {
    await withLaterWork(site)
    await restored(site)
    await unlock(site)
    await register(site, 'S-003')
    await backupOf(site, beside('later.lobule'))
    await site.api.session.lock({})
    // The store of before, put back by hand, went another way from there.
    putBack(asideOf(site), site)
    const { loss } = await planOf(site, await handedOver(beside('later.lobule'), site))
    expect(loss).toMatchObject({ known: true, isEarlierState: false, entries: 2 })
    expect(loss.known && loss.ahead).toBeGreaterThan(0)
  })

  it('is nothing where the backup is ahead of a store that was put back', async () => {
    const entries = (await site.api.audit.verify({})).total
    await site.api.session.lock({})
    copyFiles(site.directory, beside('older'))
    await unlock(site)
    await register(site, 'S-001')
    const { trail } = await backupOf(site, beside('ahead.lobule'))
    await site.api.session.lock({})
    putBack(beside('older'), site)
    const { loss } = await planOf(site, await handedOver(beside('ahead.lobule'), site))
    expect(loss).toMatchObject({ known: true, entries: 0, from: null, isEarlierState: false })
    expect(loss.known && loss.ahead).toBe(trail.entries - entries - 1)
  })

  it.each([
    [
      'damaged',
      'damaged',
      (at: TestSite) => writeFileSync(storeFiles(at.directory).database, Buffer.alloc(9000, 7)),
    ],
    ['without its database', 'damaged', (at: TestSite) => rmSync(storeFiles(at.directory).database)],
    ['another than the anchor says', 'in_doubt', (at: TestSite) => rmSync(storeFiles(at.directory).anchor)],
  ] as const)('is not known of a store that is %s, but how far it went may be', async (_what, why, harm) => {
    const { trail } = await withLaterWork(site)
    harm(site)
    const { loss } = await planOf(site)
    const entries = why === 'damaged' ? trail.entries + 2 : null
    expect(loss).toEqual({ known: false, why, entries })
  })

  it('is known of a store that has lost its keys alone', async () => {
    await withLaterWork(site)
    rmSync(storeFiles(site.directory).keyring)
    const { loss, id } = await planOf(site)
    expect(loss).toMatchObject({ known: true, entries: 2 })
    await site.api.restoring.perform({ id })
    expect((await unlock(site)).findings).toEqual(['store_restored'])
  })

  it('is not known of the store of another site', async () => {
    await withLaterWork(site)
    const other = await startSite()
    await other.api.session.lock({})
    const { loss } = await planOf(other, await handedOver(backupFile(site), other))
    // Test sites count their ids alike: only the key tells them apart.
    expect(loss).toEqual({ known: false, why: 'other_key', entries: null })
    other.dispose()
  })

  it('is not known of a store that was given another key, and the backup opens by the keys of then', async () => {
    await withLaterWork(site)
    await unlock(site)
    const { id, people } = await site.api.rekeying.begin({})
    expect(people).toHaveLength(1)
    const job = '2b5ad3f0-3f64-4d57-9c3e-0f5a4bb8a009'
    const chen = { loginName: people[0]?.loginName ?? '', password: PASSWORD }
    await site.api.rekeying.run({ job, id, people: [chen], reason: 'a custodian left' })
    const { loss, id: plan } = await planOf(site, await handedOver(backupFile(site), site))
    expect(loss).toMatchObject({ known: false, why: 'other_key' })
    await site.api.restoring.perform({ id: plan })
    expect((await unlock(site)).findings).toEqual(['store_restored'])
  })
})
