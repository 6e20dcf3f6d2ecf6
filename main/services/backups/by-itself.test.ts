import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PASSWORD } from '#test/support/engine.ts'
import { filesOf } from '#test/support/files-of.ts'
import { type SiteWithStick, siteWithStick } from '#test/support/site-with-stick.ts'

vi.setConfig({ testTimeout: 30_000 })
/** A backup takes as long as the computer lets it. */
const SOON = { timeout: 20_000 }

let at: SiteWithStick
beforeEach(async () => {
  at = await siteWithStick()
})
afterEach(() => at.site.dispose())

describe('backups by themselves', () => {
  it('are made at once and then by the schedule, and one a day is kept', async () => {
    const made = async () => (await at.site.api.backups.list({})).length
    await at.configure({ everyHours: 4 })
    await vi.waitFor(async () => expect(await made()).toBe(1), SOON)
    at.site.clock.advance(3 * 3600)
    at.site.idle.pass(1)
    await at.settled()
    expect(await made()).toBe(1)
    at.site.clock.advance(2 * 3600)
    at.site.idle.pass(1)
    await vi.waitFor(async () => expect(await made()).toBe(2), SOON)
    expect((await at.site.api.backups.list({})).map(({ cause, state }) => [cause, state])).toEqual([
      ['scheduled', 'there'],
      ['scheduled', 'rotated'],
    ])
  })

  it('are made when somebody goes, and known once somebody comes back', async () => {
    await at.configure({ onClosing: true })
    await at.chart()
    await at.site.api.session.lock({})
    await vi.waitFor(() => expect(at.onStick()).toEqual([expect.stringMatching(/\.lobule$/)]), SOON)
    const inWork = join(at.site.directory, 'backups-in-work')
    await vi.waitFor(() => expect([...filesOf(inWork)]).toEqual([]), SOON)
    await at.site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect((await at.site.api.backups.status({})).lastGood?.fileName).toBe(at.onStick()[0])
    expect((await at.site.api.backups.list({}))[0]).toMatchObject({ cause: 'closing' })
  })

  it('are not made on going where nothing was done', async () => {
    await at.configure({ onClosing: true })
    await at.backUp()
    await at.site.as('chen')
    await at.settled()
    expect(at.onStick()).toHaveLength(1)
  })

  it('are waited for on closing', async () => {
    await at.configure({ onClosing: true })
    await at.chart()
    await at.site.close(20_000)
    expect(at.onStick()).toEqual([expect.stringMatching(/\.lobule$/)])
    at.site.restart()
    await at.site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect((await at.site.api.backups.status({})).lastGood?.entriesSince).toBe(0)
  })

  it('are said to have failed where closing could not wait for one', async () => {
    await at.configure({ onClosing: true })
    await at.chart()
    await at.site.close(1)
    at.site.restart()
    await at.site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    const { failed, lastGood } = await at.site.api.backups.status({})
    expect(failed).toMatchObject({ cause: 'closing', trouble: 'too_slow' })
    expect(lastGood).toBeNull()
    expect(at.onStick().filter(name => name.endsWith('.lobule'))).toEqual([])
  })

  it('are late once the schedule missed its time, and after a week where there is none', async () => {
    await at.configure()
    expect((await at.site.api.backups.status({})).age).toBe('never')
    await at.backUp()
    at.site.clock.advance(6 * 24 * 3600)
    expect((await at.site.api.backups.status({})).age).toBe('fresh')
    at.site.clock.advance(2 * 24 * 3600)
    expect((await at.site.api.backups.status({})).age).toBe('late')
  })
})

describe('rotation', () => {
  const aDay = async () => {
    at.site.clock.advance(24 * 3600)
    await at.chart()
    return at.backUp()
  }

  it('leaves of each of the last days the latest, and says in the trail which made room', async () => {
    await at.configure({ keep: { days: 2, weeks: 0, months: 0 } })
    for (let day = 0; day < 3; day += 1) await aDay()
    expect(at.onStick()).toHaveLength(2)
    const states = (await at.site.api.backups.list({})).map(({ state }) => state)
    expect(states).toEqual(['there', 'there', 'rotated'])
    expect((await at.actions()).filter(action => action === 'backup.rotate')).toHaveLength(1)
  })

  it('touches no file that is not the backup that the store knows', async () => {
    await at.configure({ keep: { days: 1, weeks: 0, months: 0 } })
    await aDay()
    const [first] = at.onStick()
    writeFileSync(join(at.stick, String(first)), 'somebody’s own')
    await aDay()
    expect(readFileSync(join(at.stick, String(first)), 'utf8')).toBe('somebody’s own')
    expect(existsSync(join(at.stick, String(first)))).toBe(true)
  })
})
