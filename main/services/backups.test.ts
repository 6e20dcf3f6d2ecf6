import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BackupSettings } from '#shared/api/backups.ts'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { filesOf } from '#test/support/files-of.ts'

vi.setConfig({ testTimeout: 30_000 })

let site: TestSite
let stick: string

beforeEach(async () => {
  site = await startSite()
  stick = join(site.directory, '..', '备份 U盘')
  mkdirSync(stick)
})
afterEach(() => site.dispose())

const KEEP = { days: 14, weeks: 8, months: 12 }

async function configure(changes: Partial<BackupSettings> = {}) {
  const { version } = await site.api.backups.status({})
  const settings = { folder: stick, everyHours: null, onClosing: false, keep: KEEP, ...changes }
  return site.api.backups.configure({ expectedVersion: version, settings, reason: 'decided by the site' })
}

/** Waits as a page does: it asks again when it is told that something changed. */
async function settled() {
  await vi.waitFor(async () => expect((await site.api.backups.status({})).running).toBeNull(), {
    timeout: 20_000,
    interval: 20,
  })
  return site.api.backups.status({})
}

async function backUp() {
  await site.api.backups.start({})
  return settled()
}

let candidates = 0
const chart = () => {
  candidates += 1
  return site.api.patients.register({
    screeningNumber: `SCREENED-${candidates}`,
    initials: 'WXM',
    sex: 'male',
  })
}
const onStick = () => readdirSync(stick).toSorted()
const actions = async () => (await site.api.audit.list({ limit: 1000 })).map(({ action }) => action)

describe('[B1] a backup', () => {
  it('is one file on the stick, verified, known to the store and to its trail', async () => {
    await configure()
    await chart()
    const { lastGood, age } = await backUp()
    expect(onStick()).toEqual([lastGood?.fileName])
    expect(age).toBe('fresh')
    expect(lastGood).toMatchObject({ folder: stick, entriesSince: 0 })
    const [backup] = await site.api.backups.list({})
    expect(backup).toMatchObject({ cause: 'asked', author: 'Chen Wei', state: 'there' })
    const entry = (await site.api.audit.list({ action: 'backup.make' }))[0]
    expect(entry?.newValue).toMatchObject({ fileName: lastGood?.fileName, sha256: backup?.sha256 })
  })

  it('[S1] holds nothing of any patient that could be read without a password', async () => {
    await configure()
    await chart()
    await backUp()
    const content = readFileSync(join(stick, String(onStick()[0])))
    // Long ones: three letters stand somewhere in a megabyte of noise.
    for (const word of ['Chen Wei', `SCREENED-${candidates}`, 'patient.register'])
      expect(content.includes(Buffer.from(word)), word).toBe(false)
  })

  it('lets others work while it is written', async () => {
    await configure()
    const { job } = await site.api.backups.start({})
    expect((await site.api.backups.status({})).running).toMatchObject({ job, cause: 'asked' })
    await chart()
    const { lastGood } = await settled()
    expect(lastGood?.entriesSince).toBe(1)
  })

  it('leaves nothing beside the store but how the backups stand', async () => {
    const before = readdirSync(site.directory)
    await configure()
    await backUp()
    const left = readdirSync(site.directory).filter(name => !before.includes(name))
    expect(left.filter(name => !['backups-in-work', 'last-commit.json'].includes(name))).toEqual([
      'backup-status.json',
    ])
    expect([...filesOf(join(site.directory, 'backups-in-work'))]).toEqual([])
  })

  it('that is stopped leaves no file, and the last good one as it was', async () => {
    await configure()
    await backUp()
    const [good] = onStick()
    const content = readFileSync(join(stick, String(good)))
    site.clock.advance(60)
    const { job } = await site.api.backups.start({})
    await site.api.jobs.cancel({ job })
    const { failed } = await settled()
    expect(failed).toBeNull()
    expect(onStick()).toEqual([good])
    expect(readFileSync(join(stick, String(good))).equals(content)).toBe(true)
  })

  it('is not made without a folder', async () => {
    expect(await failureOf(site.api.backups.start({}))).toMatchObject({
      code: 'no_place',
      trouble: 'missing',
    })
  })

  it('goes to another folder for once, where one is named', async () => {
    const other = join(site.directory, '..', 'other')
    mkdirSync(other)
    await site.api.backups.start({ folder: other })
    const { lastGood, settings } = await settled()
    expect(settings).toBeNull()
    expect(readdirSync(other)).toEqual([lastGood?.fileName])
  })
})

describe('where backups go', () => {
  it.each([
    ['a path that begins nowhere', () => 'backups'],
    ['a folder in the store itself', () => join(site.directory, 'backups')],
  ])('is not %s', async (_what, folder) => {
    expect(await failureOf(configure({ folder: folder() }))).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'settings.folder' }],
    })
  })

  it('is a folder that is there when it is chosen', async () => {
    expect(await failureOf(configure({ folder: join(stick, 'none') }))).toMatchObject({
      ...{ code: 'no_place', place: 'backup', trouble: 'missing' },
    })
  })

  it('stands in the trail with what it was before and why', async () => {
    await configure()
    await configure({ everyHours: 4 })
    const changed = await site.api.audit.list({ action: 'backup.configure' })
    expect(changed.at(-1)).toMatchObject({
      ...{ field: 'everyHours', oldValue: null, newValue: 4, reason: 'decided by the site' },
    })
  })

  it('is found by looking through the disks and folders of the computer', async () => {
    const { folders, parent } = await site.api.backups.folders({ path: join(site.directory, '..') })
    expect(folders.map(({ name }) => name)).toContain('备份 U盘')
    expect(folders[0]?.freeBytes).toBeGreaterThan(0)
    expect(parent).toBe(join(site.directory, '../..'))
    expect((await site.api.backups.folders({ path: null })).folders.length).toBeGreaterThan(0)
  })
})

describe('a stick that is away', () => {
  it('is said by the status, once in the trail, and is nobody’s error while they work', async () => {
    await configure({ everyHours: 1 })
    await vi.waitFor(() => expect(onStick()).toEqual([expect.stringMatching(/\.lobule$/)]))
    await settled()
    renameSync(stick, `${stick}.pulled`)
    site.clock.advance(2 * 3600)
    for (let minute = 0; minute < 3; minute += 1) {
      site.idle.pass(1)
      await chart()
    }
    const { failed } = await settled()
    expect(failed).toMatchObject({ cause: 'scheduled', trouble: 'missing' })
    expect((await actions()).filter(action => action === 'backup.failed')).toHaveLength(1)
    renameSync(`${stick}.pulled`, stick)
    site.idle.pass(1)
    await chart()
    expect((await settled()).failed).toBeNull()
    expect(site.failures).toEqual([])
  })

  it('pulled out in the middle leaves the last good one intact', async () => {
    await configure()
    await backUp()
    const [good] = onStick()
    site.clock.advance(60)
    await site.api.backups.start({})
    renameSync(stick, `${stick}.pulled`)
    const { failed, lastGood } = await settled()
    expect(failed).toMatchObject({ cause: 'asked', trouble: 'gone' })
    expect(lastGood?.fileName).toBe(good)
    renameSync(`${stick}.pulled`, stick)
    expect(onStick()).toContain(good)
    expect((await site.api.backups.list({})).map(({ state }) => state)).toEqual(['there'])
    expect(site.failures).toEqual([])
  })

  it('shows its backups as away', async () => {
    await configure()
    await backUp()
    rmSync(stick, { recursive: true })
    expect((await site.api.backups.list({})).map(({ state }) => state)).toEqual(['away'])
  })
})

describe('backups by themselves', () => {
  it('are made at once and then by the schedule, and one a day is kept', async () => {
    const made = async () => (await site.api.backups.list({})).length
    await configure({ everyHours: 4 })
    await vi.waitFor(async () => expect(await made()).toBe(1))
    site.clock.advance(3 * 3600)
    site.idle.pass(1)
    await settled()
    expect(await made()).toBe(1)
    site.clock.advance(2 * 3600)
    site.idle.pass(1)
    await vi.waitFor(async () => expect(await made()).toBe(2))
    expect((await site.api.backups.list({})).map(({ cause, state }) => [cause, state])).toEqual([
      ['scheduled', 'there'],
      ['scheduled', 'rotated'],
    ])
  })

  it('are made when somebody goes, and known once somebody comes back', async () => {
    await configure({ onClosing: true })
    await chart()
    await site.api.session.lock({})
    await vi.waitFor(() => expect(onStick()).toEqual([expect.stringMatching(/\.lobule$/)]))
    await vi.waitFor(() => expect([...filesOf(join(site.directory, 'backups-in-work'))]).toEqual([]))
    await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect((await site.api.backups.status({})).lastGood?.fileName).toBe(onStick()[0])
    expect((await site.api.backups.list({}))[0]).toMatchObject({ cause: 'closing' })
  })

  it('are not made on going where nothing was done', async () => {
    await configure({ onClosing: true })
    await backUp()
    await site.as('chen')
    await settled()
    expect(onStick()).toHaveLength(1)
  })

  it('are waited for on closing', async () => {
    await configure({ onClosing: true })
    await chart()
    await site.close(20_000)
    expect(onStick()).toEqual([expect.stringMatching(/\.lobule$/)])
    site.restart()
    await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect((await site.api.backups.status({})).lastGood?.entriesSince).toBe(0)
  })

  it('are said to have failed where closing could not wait for one', async () => {
    await configure({ onClosing: true })
    await chart()
    await site.close(1)
    site.restart()
    await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    const { failed, lastGood } = await site.api.backups.status({})
    expect(failed).toMatchObject({ cause: 'closing', trouble: 'too_slow' })
    expect(lastGood).toBeNull()
    expect(onStick().filter(name => name.endsWith('.lobule'))).toEqual([])
  })

  it('are late once the schedule missed its time, and after a week where there is none', async () => {
    await configure()
    expect((await site.api.backups.status({})).age).toBe('never')
    await backUp()
    site.clock.advance(6 * 24 * 3600)
    expect((await site.api.backups.status({})).age).toBe('fresh')
    site.clock.advance(2 * 24 * 3600)
    expect((await site.api.backups.status({})).age).toBe('late')
  })
})

describe('rotation', () => {
  const aDay = async () => {
    site.clock.advance(24 * 3600)
    await chart()
    return backUp()
  }

  it('leaves of each of the last days the latest, and says in the trail which made room', async () => {
    await configure({ keep: { days: 2, weeks: 0, months: 0 } })
    for (let day = 0; day < 3; day += 1) await aDay()
    expect(onStick()).toHaveLength(2)
    const states = (await site.api.backups.list({})).map(({ state }) => state)
    expect(states).toEqual(['there', 'there', 'rotated'])
    expect((await actions()).filter(action => action === 'backup.rotate')).toHaveLength(1)
  })

  it('touches no file that is not the backup that the store knows', async () => {
    await configure({ keep: { days: 1, weeks: 0, months: 0 } })
    await aDay()
    const [first] = onStick()
    writeFileSync(join(stick, String(first)), 'somebody’s own')
    await aDay()
    expect(readFileSync(join(stick, String(first)), 'utf8')).toBe('somebody’s own')
    expect(existsSync(join(stick, String(first)))).toBe(true)
  })
})

describe('an old store that was put back past Lobule', () => {
  it('is found by a backup that knows more', async () => {
    await configure()
    await chart()
    site.restart()
    const old = new Map(
      readdirSync(site.directory, { withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(({ name }) => [name, readFileSync(join(site.directory, name))]),
    )
    await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    await chart()
    await backUp()
    site.restart()
    for (const [name, content] of old) writeFileSync(join(site.directory, name), content)
    const { findings } = await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(findings).toContain('backup_is_ahead')
    expect(await actions()).toContain('trail.backup_is_ahead')
    const { problems } = await site.api.audit.verify({})
    expect(problems).toMatchObject([{ problem: 'backup_is_ahead' }])
    const again = await site.as('chen')
    expect(again.findings).not.toContain('backup_is_ahead')
  })

  it('is not suspected where a backup was restored through Lobule, whatever newer ones lie there', async () => {
    await configure()
    await chart()
    const { lastGood } = await backUp()
    site.clock.advance(25 * 3600)
    await chart()
    await backUp()
    await site.api.session.lock({})
    site.clock.advance(3600)
    const { offers } = await site.api.restoring.offers({})
    const older = offers.find(({ fileName }) => fileName === lastGood?.fileName)
    const { id } = await site.api.restoring.prepare({
      source: { kind: 'found', id: older?.id ?? '' },
      proof: { by: 'password', loginName: 'chen', password: PASSWORD },
    })
    await site.api.restoring.perform({ id })
    for (const _again of [1, 2]) {
      const { findings } = await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
      expect(findings).not.toContain('backup_is_ahead')
      await site.api.session.lock({})
    }
  })
})
