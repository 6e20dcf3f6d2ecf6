import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { storeFiles } from '#main/store/files.ts'
import { failureOf, startEngine, startSite, type TestSite } from '#test/support/engine.ts'
import {
  asideOf,
  backupFile,
  foundSource,
  handedOver,
  homeOf,
  numbers,
  planOf,
  putBack,
  RECEIVED,
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

const byRecoveryKey = () => ({ by: 'recovery_key', recoveryKey: site.recoveryKey }) as const

describe('[B1] a backup that is restored', () => {
  it('says what would be lost before anything is replaced', async () => {
    const backup = await withLaterWork(site)
    const before = homeOf(site)
    const plan = await planOf(site)
    expect(plan.copy).toEqual(backup)
    expect(plan.loss).toMatchObject({
      ...{ known: true, isEarlierState: true, ahead: 0 },
      ...{ entries: 2, from: '2026-11-22T03:00:00.000Z', to: '2026-11-22T03:00:00.000Z' },
      actions: [
        { action: 'patient.register', count: 1 },
        { action: 'session.lock', count: 1 },
      ],
    })
    expect(plan.keptAside).toBe(`${site.directory}.replaced-20261122T030000Z`)
    await site.api.restoring.discard({ id: plan.id })
    expect(homeOf(site)).toEqual(before)
    await unlock(site)
    expect(await numbers(site)).toEqual(['S-001', 'S-002'])
  })

  it('takes the place of the store, which is kept aside whole', async () => {
    await withLaterWork(site)
    const { id, keptAside } = await planOf(site)
    // Whoever decides takes a moment to read.
    site.clock.advance(60)
    expect(await site.api.restoring.perform({ id })).toEqual({ state: 'locked' })
    expect((await unlock(site)).findings).toEqual(['store_restored'])
    expect(await numbers(site)).toEqual(['S-001'])
    const aside = startEngine(site.clock)
    putBack(keptAside ?? '', aside)
    expect((await unlock(aside)).findings).toEqual([])
    expect(await numbers(aside)).toEqual(['S-001', 'S-002'])
    aside.dispose()
    expect(site.failures).toEqual([])
  })

  it('leaves the gap in the trail: what was restored, by whom, and how far the store went that was put aside', async () => {
    const { trail, madeAt } = await withLaterWork(site)
    const { id } = await planOf(site)
    site.clock.advance(60)
    await site.api.restoring.perform({ id })
    await unlock(site)
    const [entry] = await site.api.audit.list({ action: 'security.backup_restored' })
    expect(entry).toMatchObject({
      newValue: {
        ...{ at: '2026-11-22T03:01:00.000Z', login: 'chen' },
        restored: {
          ...{ madeAt, trail, by: 'password', keptAside: 'store.replaced-20261122T030000Z' },
          replaced: { entries: trail.entries + 2 },
        },
      },
    })
    const { problems, restores } = await site.api.audit.verify({})
    expect(problems).toEqual([])
    expect(restores).toEqual([
      {
        ...{ seq: entry?.seq, at: '2026-11-22T03:01:00.000Z', madeAt },
        ...{ entries: trail.entries, replaced: trail.entries + 2 },
      },
    ])
    await site.as('chen')
    expect((await site.api.audit.verify({})).restores).toHaveLength(1)
  })

  it('[B3] opens with the recovery key, and both logs say that it did', async () => {
    await withLaterWork(site)
    const { id } = await site.api.restoring.prepare({
      source: await foundSource(site),
      proof: byRecoveryKey(),
    })
    const log = readFileSync(storeFiles(site.directory).securityLog, 'utf8')
    expect(log).toContain('"event":"restore_prepared","detail":"recovery_key"')
    await site.api.restoring.perform({ id })
    await unlock(site)
    const [entry] = await site.api.audit.list({ action: 'security.backup_restored' })
    expect(entry?.newValue).toMatchObject({ restored: { by: 'recovery_key' } })
  })

  it('[B3] tells of the recovery key also where nothing comes of it', async () => {
    await withLaterWork(site)
    const { id } = await site.api.restoring.prepare({
      source: await foundSource(site),
      proof: byRecoveryKey(),
    })
    await site.api.restoring.discard({ id })
    await unlock(site)
    const [entry] = await site.api.audit.list({ action: 'security.restore_prepared' })
    expect(entry?.newValue).toMatchObject({ detail: 'recovery_key' })
  })

  it('can be taken back: the store that was put aside is there to be brought back by hand', async () => {
    await withLaterWork(site)
    await restored(site)
    const aside = asideOf(site)
    putBack(aside, site)
    expect((await unlock(site)).findings).toEqual([])
    expect(await numbers(site)).toEqual(['S-001', 'S-002'])
  })
})

describe('[B1] a backup on a computer without its store', () => {
  it('says that nobody can tell what is lost, and takes the free place', async () => {
    await withLaterWork(site)
    const fresh = startEngine(site.clock)
    const plan = await planOf(fresh, await handedOver(backupFile(site), fresh))
    expect(plan).toMatchObject({ loss: { known: false, why: 'no_store', entries: null }, keptAside: null })
    expect(await fresh.api.site.status({})).toEqual({ state: 'none' })
    await fresh.api.restoring.perform({ id: plan.id })
    expect((await unlock(fresh)).findings).toEqual(['store_restored'])
    expect(await numbers(fresh)).toEqual(['S-001'])
    expect(homeOf(fresh)).toEqual(['store'])
    expect((await fresh.api.audit.verify({})).restores).toMatchObject([{ replaced: null }])
    fresh.dispose()
  })

  it('is no silent return of lost work either where it is opened as a complete copy is', async () => {
    await withLaterWork(site)
    const fresh = startEngine(site.clock)
    await handedOver(backupFile(site), fresh)
    await fresh.api.site.openCopy({ id: RECEIVED })
    expect((await unlock(fresh)).findings).toEqual(['store_restored'])
    expect((await fresh.api.audit.verify({})).restores).toHaveLength(1)
    fresh.dispose()
  })

  it('takes the place of what is left of a store, and keeps that', async () => {
    await withLaterWork(site)
    const broken = startEngine(site.clock)
    mkdirSync(broken.directory)
    putBack(site.directory, broken)
    rmSync(storeFiles(broken.directory).database)
    rmSync(storeFiles(broken.directory).keyring)
    const { id, keptAside } = await planOf(broken, await handedOver(backupFile(site), broken))
    await broken.api.restoring.perform({ id })
    expect(await numbersAfterUnlock(broken)).toEqual(['S-001'])
    expect(existsSync(storeFiles(keptAside ?? '').securityLog)).toBe(true)
    broken.dispose()
  })

  const numbersAfterUnlock = async (engine: Parameters<typeof unlock>[0]) => {
    await unlock(engine)
    return numbers(engine)
  }
})

describe('[B1] a backup that is handed over', () => {
  it('takes the place of a store that is locked, and is refused while one is open', async () => {
    await withLaterWork(site)
    const { id } = await planOf(site, await handedOver(backupFile(site), site))
    await site.api.restoring.perform({ id })
    await unlock(site)
    expect(await numbers(site)).toEqual(['S-001'])
    const elsewhere = backupFile({ directory: asideOf(site) })
    expect(await failureOf(handedOver(elsewhere, site))).toMatchObject({ code: 'store_exists' })
  })
})
