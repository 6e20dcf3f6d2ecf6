import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { newFolder } from '#test/support/new-store.ts'
import { copyFiles } from '#test/support/restoring.ts'

vi.setConfig({ testTimeout: 30_000 })

/** A program of every system but Windows. */
const MAKE_PIPE = '/usr/bin/mkfifo'

let site: TestSite
let stick: string
let old: string

/** An old store, kept elsewhere as somebody does who has the disk. */
beforeEach(async () => {
  site = await startSite()
  stick = join(site.directory, '..', 'stick')
  mkdirSync(stick)
  const keep = { days: 14, weeks: 8, months: 12 }
  const settings = { folder: stick, everyHours: null, onClosing: false, keep }
  await site.api.backups.configure({ expectedVersion: 0, settings, reason: 'decided by the site' })
  await site.api.session.lock({})
  old = newFolder()
  copyFiles(site.directory, old)
  await unlock()
})
afterEach(() => site.dispose())

const unlock = () => site.api.session.unlock({ loginName: 'chen', password: PASSWORD })

/** Work, and a backup of it. */
async function goOn() {
  await site.api.patients.register({ screeningNumber: 'S-001', initials: 'WXM', sex: 'male' })
  await site.api.backups.start({})
  const isDone = async () => expect((await site.api.backups.status({})).running).toBeNull()
  await vi.waitFor(isDone, { timeout: 20_000, interval: 20 })
}

/** Gives the store another key; locked. */
async function rekey() {
  const { id } = await site.api.rekeying.begin({})
  const people = [{ loginName: 'chen', password: PASSWORD }]
  const job = '70000000-0000-4000-8000-000000000001'
  await site.api.rekeying.run({ job, id, people, reason: 'somebody left' })
}

async function findingsOfOld() {
  await site.api.session.lock({})
  copyFiles(old, site.directory)
  return (await unlock()).findings
}

describe('[A3] an old store that was put back whole is found by a backup', () => {
  it('beside a link that leads nowhere', async () => {
    await goOn()
    symlinkSync(join(stick, 'not there'), join(stick, 'link.lobule'))
    expect(await findingsOfOld()).toContain('backup_is_ahead')
  })

  it.skipIf(process.platform === 'win32')('beside pipes that nobody writes to', async () => {
    await goOn()
    const pipes = ['a', 'b', 'c', 'd', 'e'].map(name => join(stick, `${name}.lobule`))
    execFileSync(MAKE_PIPE, pipes)
    expect(await findingsOfOld()).toContain('backup_is_ahead')
  })

  it('beside many younger files that are none of its own', async () => {
    await goOn()
    const [backup = ''] = readdirSync(stick)
    const { mtimeMs } = statSync(join(stick, backup))
    for (let count = 1; count <= 10; count += 1) {
      const file = join(stick, `other-${count}.lobule`)
      writeFileSync(file, 'of somebody else')
      utimesSync(file, new Date(), new Date(mtimeMs + count * 1000))
    }
    expect(await findingsOfOld()).toContain('backup_is_ahead')
  })

  it('that was made after the store was given another key', async () => {
    await rekey()
    await unlock()
    await goOn()
    expect(await findingsOfOld()).toContain('backup_is_ahead')
  })
})

it('a store that was given another key is not suspected for the backups of before', async () => {
  await goOn()
  await rekey()
  expect((await unlock()).findings).toEqual([])
})
