import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { storeFiles } from '#main/store/files.ts'
import { backupBeside } from '#test/support/backup-of.ts'
import { startEngine, startSite, type TestSite } from '#test/support/engine.ts'
import { numbers, register, restored, unlock } from '#test/support/restoring.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: TestSite
let stick: string
beforeEach(async () => {
  site = await startSite()
  stick = join(dirname(site.directory), '备份 U盘')
  mkdirSync(stick)
})
afterEach(() => site.dispose())

async function backUpToStick() {
  const keep = { days: 14, weeks: 8, months: 12 }
  const settings = { folder: stick, everyHours: null, onClosing: false, keep }
  await site.api.backups.configure({ expectedVersion: 0, settings, reason: 'decided by the site' })
  await site.api.backups.start({})
  await vi.waitFor(async () => expect((await site.api.backups.status({})).running).toBeNull(), 20_000)
  return (await site.api.backups.status({})).lastGood
}

describe('backups that are offered', () => {
  it('say of what they are, the newest first', async () => {
    await register(site, 'S-001')
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

  it('are found in the folder that the site chose, also after one of them was restored', async () => {
    await register(site, 'S-001')
    const last = await backUpToStick()
    await register(site, 'S-002')
    await site.api.session.lock({})
    const before = await site.api.restoring.offers({})
    expect(before).toMatchObject({ folder: stick, trouble: null, lastGood: { fileName: last?.fileName } })
    expect(before.offers).toMatchObject([{ fileName: last?.fileName, place: 'folder' }])
    await restored(site)
    expect(await site.api.restoring.offers({})).toEqual(before)
    await unlock(site)
    expect(await numbers(site)).toEqual(['S-001'])
  })

  it('are none while the stick is pulled out, and that is said', async () => {
    await backUpToStick()
    await site.api.session.lock({})
    renameSync(stick, `${stick} away`)
    expect(await site.api.restoring.offers({})).toMatchObject({
      folder: stick,
      trouble: 'missing',
      offers: [],
    })
    renameSync(`${stick} away`, stick)
    expect((await site.api.restoring.offers({})).offers).toHaveLength(1)
  })

  it('are none on a fresh computer', async () => {
    const fresh = startEngine()
    expect(await fresh.api.restoring.offers({})).toMatchObject({ folder: null, trouble: null, offers: [] })
    expect(existsSync(fresh.directory)).toBe(false)
    fresh.dispose()
  })
})
