import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { storeFiles } from '#main/store/files.ts'
import { PART_BYTES } from '#shared/api/imports.ts'
import type { RestoreSource } from '#shared/api/restoring.ts'
import { PartialDate } from '#shared/core/civil-date.ts'
import { backupBeside, backupOf } from '#test/support/backup-of.ts'
import {
  failureOf,
  PASSWORD,
  startEngine,
  startSite,
  type TestEngine,
  type TestSite,
} from '#test/support/engine.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const RECEIVED = '2b5ad3f0-3f64-4d57-9c3e-0f5a4bb8a001'
const byPassword = { by: 'password', loginName: 'chen', password: PASSWORD } as const

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const register = (screeningNumber: string, initials: string) =>
  site.api.patients.register({
    ...{ screeningNumber, initials, sex: 'male' as const, birthDate: PartialDate.parse('1966-03-14') },
  })

const homeOf = ({ directory }: Pick<TestEngine, 'directory'>) => readdirSync(dirname(directory)).toSorted()

/** A backup with one patient, then work that it has not; locked. */
async function withLaterWork() {
  await register('S-001', 'WXM')
  const backup = await backupBeside(site)
  site.clock.advance(3600)
  await register('S-002', 'LHQ')
  await site.api.session.lock({})
  return backup
}

async function foundSource({ api }: Pick<TestEngine, 'api'> = site): Promise<RestoreSource> {
  const [offer] = (await api.restoring.offers({})).offers
  if (offer === undefined) throw new Error('no backup was found')
  return { kind: 'found', id: offer.id }
}

async function handedOver(file: string, { api }: Pick<TestEngine, 'api'>): Promise<RestoreSource> {
  const bytes = readFileSync(file)
  for (let offset = 0; offset < bytes.length; offset += PART_BYTES) {
    const part = bytes.subarray(offset, offset + PART_BYTES).toString('base64')
    await api.site.receiveCopy({ id: RECEIVED, part, offset, total: bytes.length })
  }
  return { kind: 'received', id: RECEIVED }
}

const unlock = ({ api }: Pick<TestEngine, 'api'> = site) =>
  api.session.unlock({ loginName: 'chen', password: PASSWORD })
const numbers = async ({ api }: Pick<TestEngine, 'api'> = site) =>
  (await api.patients.list({})).map(({ screeningNumber }) => screeningNumber)

describe('[B1] a backup that is restored', () => {
  it('says what would be lost before anything is replaced', async () => {
    const backup = await withLaterWork()
    const before = homeOf(site)
    const plan = await site.api.restoring.prepare({ source: await foundSource(), proof: byPassword })
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
    await unlock()
    expect(await numbers()).toEqual(['S-001', 'S-002'])
  })

  it('takes the place of the store, which is kept aside whole', async () => {
    await withLaterWork()
    const { id, keptAside } = await site.api.restoring.prepare({
      source: await foundSource(),
      proof: byPassword,
    })
    expect(await site.api.restoring.perform({ id })).toEqual({ state: 'locked' })
    const { findings } = await unlock()
    expect(findings).toEqual(['store_restored'])
    expect(await numbers()).toEqual(['S-001'])
    const aside = startEngine(site.clock)
    rmSync(aside.directory, { recursive: true, force: true })
    mkdirSync(aside.directory)
    for (const name of readdirSync(keptAside ?? '').filter(name => name.includes('.')))
      copyFileSync(join(keptAside ?? '', name), join(aside.directory, name))
    expect((await unlock(aside)).findings).toEqual([])
    expect(await numbers(aside)).toEqual(['S-001', 'S-002'])
    aside.dispose()
    expect(site.failures).toEqual([])
  })

  it('leaves the gap in the trail: what was restored, by whom, and how far the store went that was put aside', async () => {
    const { trail, madeAt } = await withLaterWork()
    const { id } = await site.api.restoring.prepare({ source: await foundSource(), proof: byPassword })
    site.clock.advance(60)
    await site.api.restoring.perform({ id })
    await unlock()
    const [entry] = await site.api.audit.list({ action: 'security.backup_restored' })
    expect(entry).toMatchObject({
      newValue: {
        at: '2026-11-22T03:01:00.000Z',
        restored: {
          ...{ madeAt, trail, by: 'password', keptAside: 'store.replaced-20261122T030100Z' },
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
    await withLaterWork()
    const proof = { by: 'recovery_key', recoveryKey: site.recoveryKey } as const
    const source = await foundSource()
    const { id } = await site.api.restoring.prepare({ source, proof })
    const log = readFileSync(storeFiles(site.directory).securityLog, 'utf8')
    expect(log).toContain('"event":"restore_prepared","detail":"recovery_key"')
    await site.api.restoring.perform({ id })
    await unlock()
    const [entry] = await site.api.audit.list({ action: 'security.backup_restored' })
    expect(entry?.newValue).toMatchObject({ restored: { by: 'recovery_key' } })
  })

  it('[B3] tells of the recovery key also where nothing comes of it', async () => {
    await withLaterWork()
    const proof = { by: 'recovery_key', recoveryKey: site.recoveryKey } as const
    const { id } = await site.api.restoring.prepare({ source: await foundSource(), proof })
    await site.api.restoring.discard({ id })
    await unlock()
    const [entry] = await site.api.audit.list({ action: 'security.restore_prepared' })
    expect(entry?.newValue).toMatchObject({ detail: 'recovery_key' })
  })

  it('comes to a computer without a store, where nobody can tell what is lost', async () => {
    await withLaterWork()
    const fresh = startEngine(site.clock)
    const source = await handedOver(join(storeFiles(site.directory).backups, 'before.lobule'), fresh)
    const plan = await fresh.api.restoring.prepare({ source, proof: byPassword })
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
    await withLaterWork()
    const fresh = startEngine(site.clock)
    await handedOver(join(storeFiles(site.directory).backups, 'before.lobule'), fresh)
    await fresh.api.site.openCopy({ id: RECEIVED })
    expect((await unlock(fresh)).findings).toEqual(['store_restored'])
    expect((await fresh.api.audit.verify({})).restores).toHaveLength(1)
    fresh.dispose()
  })

  it('is handed over beside a store that is locked, and not beside one that is open', async () => {
    await withLaterWork()
    const file = join(storeFiles(site.directory).backups, 'before.lobule')
    const { id } = await site.api.restoring.prepare({
      source: await handedOver(file, site),
      proof: byPassword,
    })
    await site.api.restoring.perform({ id })
    await unlock()
    expect(await numbers()).toEqual(['S-001'])
    expect(await failureOf(handedOver(`${homeFile()}`, site))).toMatchObject({ code: 'store_exists' })
  })

  const homeFile = () => {
    const [aside = ''] = homeOf(site).filter(name => name.includes('.replaced-'))
    return join(dirname(site.directory), aside, 'backups', 'before.lobule')
  }
})

describe('what would be lost', () => {
  it('is told from the place where two trails part', async () => {
    await withLaterWork()
    const { id } = await site.api.restoring.prepare({ source: await foundSource(), proof: byPassword })
    await site.api.restoring.perform({ id })
    await unlock()
    await register('S-003', 'ZDH')
    const later = join(dirname(site.directory), 'later.lobule')
    await backupOf(site, later)
    await site.api.session.lock({})
    // The store of before, put back by hand, went another way from there.
    const [aside = ''] = homeOf(site).filter(name => name.includes('.replaced-'))
    const home = dirname(site.directory)
    rmSync(site.directory, { recursive: true })
    for (const name of readdirSync(join(home, aside)).filter(name => name !== 'backups')) {
      mkdirSync(site.directory, { recursive: true })
      copyFileSync(join(home, aside, name), join(site.directory, name))
    }
    const { loss } = await site.api.restoring.prepare({
      source: await handedOver(later, site),
      proof: byPassword,
    })
    expect(loss).toMatchObject({ known: true, isEarlierState: false, entries: 2 })
    expect(loss.known && loss.ahead).toBeGreaterThan(0)
  })

  it('is nothing where the backup is ahead of a store that was put back', async () => {
    const older = join(dirname(site.directory), 'older')
    const entries = (await site.api.audit.verify({})).total
    await site.api.session.lock({})
    mkdirSync(older)
    for (const name of readdirSync(site.directory))
      copyFileSync(join(site.directory, name), join(older, name))
    await unlock()
    await register('S-001', 'WXM')
    const backup = join(dirname(site.directory), 'ahead.lobule')
    const { trail } = await backupOf(site, backup)
    await site.api.session.lock({})
    rmSync(site.directory, { recursive: true })
    mkdirSync(site.directory)
    for (const name of readdirSync(older)) copyFileSync(join(older, name), join(site.directory, name))
    const { loss } = await site.api.restoring.prepare({
      source: await handedOver(backup, site),
      proof: byPassword,
    })
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
    const { trail } = await withLaterWork()
    harm(site)
    const { loss } = await site.api.restoring.prepare({ source: await foundSource(), proof: byPassword })
    const entries = why === 'damaged' ? trail.entries + 2 : null
    expect(loss).toEqual({ known: false, why, entries })
  })

  it('is known of a store that has lost its keys alone', async () => {
    await withLaterWork()
    rmSync(storeFiles(site.directory).keyring)
    const { loss, id } = await site.api.restoring.prepare({ source: await foundSource(), proof: byPassword })
    expect(loss).toMatchObject({ known: true, entries: 2 })
    await site.api.restoring.perform({ id })
    expect((await unlock()).findings).toEqual(['store_restored'])
  })

  it('is another site’s where the store is', async () => {
    await withLaterWork()
    const other = await startSite()
    await other.api.session.lock({})
    const source = await handedOver(join(storeFiles(site.directory).backups, 'before.lobule'), other)
    const { loss } = await other.api.restoring.prepare({ source, proof: byPassword })
    // Test sites have the same id: only the key tells them apart.
    expect(loss).toEqual({ known: false, why: 'other_key', entries: null })
    other.dispose()
  })
})

describe('a restore is refused', () => {
  it('while somebody works with the store', async () => {
    await backupBeside(site)
    const source = await foundSource()
    const refused = site.api.restoring.prepare({ source, proof: byPassword })
    expect(await failureOf(refused)).toMatchObject({ code: 'unavailable' })
  })

  it('with a wrong password, which counts and is logged as at the door', async () => {
    await withLaterWork()
    const source = await foundSource()
    const wrong = { ...byPassword, password: 'not the password' }
    for (let attempt = 1; attempt <= 3; attempt += 1)
      expect(await failureOf(site.api.restoring.prepare({ source, proof: wrong }))).toMatchObject({
        code: 'wrong_password',
      })
    expect(await failureOf(site.api.restoring.prepare({ source, proof: wrong }))).toMatchObject({
      code: 'wrong_password',
      retryAfterSeconds: 5,
    })
    expect(await failureOf(site.api.restoring.prepare({ source, proof: byPassword }))).toMatchObject({
      code: 'too_many_attempts',
    })
    site.clock.advance(6)
    expect((await unlock()).failedAttempts).toBe(4)
    expect(await site.api.audit.list({ action: 'security.unlock_failed' })).toHaveLength(4)
  })

  it('with the recovery key of another store', async () => {
    await withLaterWork()
    const other = await startSite()
    const proof = { by: 'recovery_key', recoveryKey: other.recoveryKey } as const
    other.dispose()
    expect(await failureOf(site.api.restoring.prepare({ source: await foundSource(), proof }))).toMatchObject(
      {
        code: 'wrong_password',
      },
    )
  })

  it('where the store was worked with after it was compared', async () => {
    await withLaterWork()
    const { id } = await site.api.restoring.prepare({ source: await foundSource(), proof: byPassword })
    await unlock()
    await register('S-003', 'ZDH')
    await site.api.session.lock({})
    expect(await failureOf(site.api.restoring.perform({ id }))).toEqual({ code: 'changed_since_shown' })
    await unlock()
    expect(await numbers()).toEqual(['S-001', 'S-002', 'S-003'])
  })

  it('after a restart: it has to be proven again', async () => {
    await withLaterWork()
    const { id } = await site.api.restoring.prepare({ source: await foundSource(), proof: byPassword })
    site.restart()
    expect(await failureOf(site.api.restoring.perform({ id }))).toMatchObject({ code: 'not_found' })
  })

  it('for a file that was not offered', async () => {
    await withLaterWork()
    const source = { kind: 'found', id: '../../etc/passwd' } as const
    expect(await failureOf(site.api.restoring.prepare({ source, proof: byPassword }))).toMatchObject({
      code: 'not_found',
    })
  })

  it('[S2] where one byte of the backup is another, with nothing left behind', async () => {
    await withLaterWork()
    const file = join(storeFiles(site.directory).backups, 'before.lobule')
    const whole = readFileSync(file)
    const before = homeOf(site)
    for (const at of [40, 5000, whole.length >> 1]) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(file, bytes)
      const refused = foundSource().then(source => site.api.restoring.prepare({ source, proof: byPassword }))
      expect(await failureOf(refused), `byte ${at}`).toMatchObject({ code: 'invalid_file' })
      expect(homeOf(site)).toEqual(before)
    }
    expect(site.failures).toEqual([])
  })
})

describe('backups that are offered', () => {
  it('say of what they are, the newest first', async () => {
    await register('S-001', 'WXM')
    const first = await backupBeside(site, 'a.lobule')
    site.clock.advance(60)
    const second = await backupBeside(site, 'b.lobule')
    writeFileSync(join(storeFiles(site.directory).backups, 'c.lobule'), 'no backup')
    const { offers, folder } = await site.api.restoring.offers({})
    expect(folder).toBeNull()
    expect(offers.map(({ fileName, copy, place }) => ({ fileName, copy, place }))).toEqual([
      { fileName: 'b.lobule', copy: second, place: 'beside' },
      { fileName: 'a.lobule', copy: first, place: 'beside' },
      { fileName: 'c.lobule', copy: null, place: 'beside' },
    ])
  })

  it('are none on a fresh computer', async () => {
    const fresh = startEngine()
    expect(await fresh.api.restoring.offers({})).toMatchObject({ folder: null, trouble: null, offers: [] })
    expect(existsSync(fresh.directory)).toBe(false)
    expect(basename(fresh.directory)).toBe('store')
    fresh.dispose()
  })
})
