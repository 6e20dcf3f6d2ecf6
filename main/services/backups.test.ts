import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { failureOf, PASSWORD } from '#test/support/engine.ts'
import { filesOf } from '#test/support/files-of.ts'
import { type SiteWithStick, siteWithStick } from '#test/support/site-with-stick.ts'

vi.setConfig({ testTimeout: 30_000 })

let at: SiteWithStick
beforeEach(async () => {
  at = await siteWithStick()
})
afterEach(() => at.site.dispose())

describe('[B1] a backup', () => {
  it('is one file on the stick, verified, known to the store and to its trail', async () => {
    await at.configure()
    await at.chart()
    const { lastGood, age } = await at.backUp()
    expect(at.onStick()).toEqual([lastGood?.fileName])
    expect(age).toBe('fresh')
    expect(lastGood).toMatchObject({ folder: at.stick, entriesSince: 0 })
    const [backup] = await at.site.api.backups.list({})
    expect(backup).toMatchObject({ cause: 'asked', author: 'Chen Wei', state: 'there' })
    const entry = (await at.site.api.audit.list({ action: 'backup.make' }))[0]
    expect(entry?.newValue).toMatchObject({ fileName: lastGood?.fileName, sha256: backup?.sha256 })
  })

  it('[S1] holds nothing of any patient that could be read without a password', async () => {
    await at.configure()
    const screened = await at.chart()
    await at.backUp()
    const content = readFileSync(join(at.stick, String(at.onStick()[0])))
    // Long ones: three letters stand somewhere in a megabyte of noise.
    for (const word of ['Chen Wei', screened, 'patient.register'])
      expect(content.includes(Buffer.from(word)), word).toBe(false)
  })

  it('lets others work while it is written', async () => {
    await at.configure()
    const { job } = await at.site.api.backups.start({})
    expect((await at.site.api.backups.status({})).running).toMatchObject({ job, cause: 'asked' })
    await at.chart()
    const { lastGood } = await at.settled()
    expect(lastGood?.entriesSince).toBe(1)
  })

  it('leaves nothing beside the store but how the backups stand', async () => {
    const before = readdirSync(at.site.directory)
    await at.configure()
    await at.backUp()
    const left = readdirSync(at.site.directory).filter(name => !before.includes(name))
    expect(left.filter(name => !['backups-in-work', 'last-commit.json'].includes(name))).toEqual([
      'backup-status.json',
    ])
    expect([...filesOf(join(at.site.directory, 'backups-in-work'))]).toEqual([])
  })

  it('that is stopped leaves no file, and the last good one as it was', async () => {
    await at.configure()
    await at.backUp()
    const [good] = at.onStick()
    const content = readFileSync(join(at.stick, String(good)))
    at.site.clock.advance(60)
    const { job } = await at.site.api.backups.start({})
    await at.site.api.jobs.cancel({ job })
    const { failed } = await at.settled()
    expect(failed).toBeNull()
    expect(at.onStick()).toEqual([good])
    expect(readFileSync(join(at.stick, String(good))).equals(content)).toBe(true)
  })

  it('is not made without a folder', async () => {
    expect(await failureOf(at.site.api.backups.start({}))).toMatchObject({
      code: 'no_place',
      trouble: 'missing',
    })
  })

  it('goes to another folder for once, where one is named', async () => {
    const other = join(at.site.directory, '..', 'other')
    mkdirSync(other)
    await at.site.api.backups.start({ folder: other })
    const { lastGood, settings } = await at.settled()
    expect(settings).toBeNull()
    expect(readdirSync(other)).toEqual([lastGood?.fileName])
  })
})

describe('where backups go', () => {
  it.each([
    ['a path that begins nowhere', () => 'backups'],
    ['a folder in the store itself', () => join(at.site.directory, 'backups')],
  ])('is not %s', async (_what, folder) => {
    expect(await failureOf(at.configure({ folder: folder() }))).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'settings.folder' }],
    })
  })

  it('is a folder that is there when it is chosen', async () => {
    expect(await failureOf(at.configure({ folder: join(at.stick, 'none') }))).toMatchObject({
      ...{ code: 'no_place', place: 'backup', trouble: 'missing' },
    })
  })

  it('stands in the trail with what it was before and why', async () => {
    await at.configure()
    await at.configure({ everyHours: 4 })
    const changed = await at.site.api.audit.list({ action: 'backup.configure' })
    expect(changed.at(-1)).toMatchObject({
      ...{ field: 'everyHours', oldValue: null, newValue: 4, reason: 'decided by the site' },
    })
  })

  it('is found by looking through the disks and folders of the computer', async () => {
    const { folders, parent } = await at.site.api.backups.folders({ path: join(at.site.directory, '..') })
    expect(folders.map(({ name }) => name)).toContain('备份 U盘')
    expect(folders[0]?.freeBytes).toBeGreaterThan(0)
    expect(parent).toBe(join(at.site.directory, '../..'))
    expect((await at.site.api.backups.folders({ path: null })).folders.length).toBeGreaterThan(0)
  })
})

describe('a stick that is away', () => {
  it('is said by the status, once in the trail, and is nobody’s error while they work', async () => {
    await at.configure({ everyHours: 1 })
    await vi.waitFor(() => expect(at.onStick()).toEqual([expect.stringMatching(/\.lobule$/)]))
    await at.settled()
    renameSync(at.stick, `${at.stick}.pulled`)
    at.site.clock.advance(2 * 3600)
    for (let minute = 0; minute < 3; minute += 1) {
      at.site.idle.pass(1)
      await at.chart()
    }
    const { failed } = await at.settled()
    expect(failed).toMatchObject({ cause: 'scheduled', trouble: 'missing' })
    expect((await at.actions()).filter(action => action === 'backup.failed')).toHaveLength(1)
    renameSync(`${at.stick}.pulled`, at.stick)
    at.site.idle.pass(1)
    await at.chart()
    expect((await at.settled()).failed).toBeNull()
    expect(at.site.failures).toEqual([])
  })

  it('pulled out in the middle leaves the last good one intact', async () => {
    await at.configure()
    await at.backUp()
    const [good] = at.onStick()
    at.site.clock.advance(60)
    await at.site.api.backups.start({})
    renameSync(at.stick, `${at.stick}.pulled`)
    const { failed, lastGood } = await at.settled()
    expect(failed).toMatchObject({ cause: 'asked', trouble: 'gone' })
    expect(lastGood?.fileName).toBe(good)
    renameSync(`${at.stick}.pulled`, at.stick)
    expect(at.onStick()).toContain(good)
    expect((await at.site.api.backups.list({})).map(({ state }) => state)).toEqual(['there'])
    expect(at.site.failures).toEqual([])
  })

  it('shows its backups as away', async () => {
    await at.configure()
    await at.backUp()
    rmSync(at.stick, { recursive: true })
    expect((await at.site.api.backups.list({})).map(({ state }) => state)).toEqual(['away'])
  })
})

describe('an old store that was put back past Lobule', () => {
  it('is found by a backup that knows more', async () => {
    await at.configure()
    await at.chart()
    at.site.restart()
    const old = new Map(
      readdirSync(at.site.directory, { withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(({ name }) => [name, readFileSync(join(at.site.directory, name))]),
    )
    await at.site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    await at.chart()
    await at.backUp()
    at.site.restart()
    for (const [name, content] of old) writeFileSync(join(at.site.directory, name), content)
    const { findings } = await at.site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(findings).toContain('backup_is_ahead')
    expect(await at.actions()).toContain('trail.backup_is_ahead')
    const { problems } = await at.site.api.audit.verify({})
    expect(problems).toMatchObject([{ problem: 'backup_is_ahead' }])
    const again = await at.site.as('chen')
    expect(again.findings).not.toContain('backup_is_ahead')
  })

  it('is not suspected where a backup was restored through Lobule, whatever newer ones lie there', async () => {
    await at.configure()
    await at.chart()
    const { lastGood } = await at.backUp()
    at.site.clock.advance(25 * 3600)
    await at.chart()
    await at.backUp()
    await at.site.api.session.lock({})
    at.site.clock.advance(3600)
    const { offers } = await at.site.api.restoring.offers({})
    const older = offers.find(({ fileName }) => fileName === lastGood?.fileName)
    const { id } = await at.site.api.restoring.prepare({
      source: { kind: 'found', id: older?.id ?? '' },
      proof: { by: 'password', loginName: 'chen', password: PASSWORD },
    })
    await at.site.api.restoring.perform({ id })
    for (const _again of [1, 2]) {
      const { findings } = await at.site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
      expect(findings).not.toContain('backup_is_ahead')
      await at.site.api.session.lock({})
    }
  })
})
