import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { storeFiles } from '#main/store/files.ts'
import { backupBeside } from '#test/support/backup-of.ts'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { backupFile, foundSource, homeOf, planOf, unlock } from '#test/support/restoring.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const planBy = async (loginName: string) =>
  site.api.restoring.prepare({
    source: await foundSource(site),
    proof: { by: 'password', loginName, password: PASSWORD },
  })
const logOf = () => readFileSync(storeFiles(site.directory).securityLog, 'utf8')

describe('a store that opens with the key of a backup is not replaced', () => {
  it('by somebody who was deactivated after the backup was made', async () => {
    const { id } = await site.addUser('coordinator')
    await backupBeside(site)
    await site.api.users.deactivate({ userId: id, reason: 'left' })
    await site.api.session.lock({})
    const before = homeOf(site)
    expect(await failureOf(planBy('coordinator'))).toEqual({ code: 'not_permitted', right: 'backups.manage' })
    expect(homeOf(site)).toEqual(before)
    await unlock(site)
    const [entry] = await site.api.audit.list({ action: 'security.restore_prepared' })
    expect(entry?.newValue).toMatchObject({ login: 'coordinator', detail: 'not_permitted' })
  })

  it.each(['monitor', 'coordinator'] as const)('by a %s', async role => {
    await site.addUser(role)
    await backupBeside(site)
    await site.api.session.lock({})
    expect(await failureOf(planBy(role))).toEqual({ code: 'not_permitted', right: 'backups.manage' })
  })

  it('but is by an administrator, and by anybody of the backup where it does not open', async () => {
    await site.addUser('administrator')
    await site.addUser('monitor')
    await backupBeside(site)
    await site.api.session.lock({})
    expect((await planBy('administrator')).loss).toMatchObject({ known: true })
    writeFileSync(storeFiles(site.directory).database, 'no database any more')
    expect((await planBy('monitor')).loss).toMatchObject({ known: false, why: 'damaged' })
  })
})

describe('the log beside a store', () => {
  it('names nobody because another store has somebody of that name', async () => {
    await site.api.session.lock({})
    const other = await startSite()
    await backupBeside(other)
    const file = backupFile(site)
    await other.api.session.lock({})
    mkdirSync(storeFiles(site.directory).backups)
    renameSync(backupFile(other), file)
    other.dispose()
    expect((await planOf(site)).loss).toMatchObject({ known: false })
    expect(logOf()).toContain('"event":"restore_prepared","detail":"unknown_key"')
    expect(logOf()).not.toContain('chen')
  })
})

describe('a restore', () => {
  it('is no way past the wait after wrong passwords', async () => {
    await backupBeside(site)
    await site.api.session.lock({})
    const wrong = { loginName: 'nobody', password: 'not the password' }
    for (let attempt = 1; attempt <= 5; attempt += 1) await failureOf(site.api.session.unlock(wrong))
    const { id } = await planOf(site)
    await site.api.restoring.perform({ id })
    expect(await failureOf(site.api.session.unlock(wrong))).toMatchObject({ code: 'too_many_attempts' })
  })
})
