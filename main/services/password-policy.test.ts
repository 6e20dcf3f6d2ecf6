import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  FIRST_PASSWORD,
  failureOf,
  PASSWORD,
  startEngine,
  startSite,
  type TestSite,
} from '#test/support/engine.ts'
import { makeOldStore } from '#test/support/old-store.ts'
import { secondProcess } from '#test/support/second-process.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const DAY = 86_400
const DUE = { code: 'password_due' }
const reason = 'hospital policy'

const add = (loginName: string) =>
  site.api.users.add({ loginName, fullName: loginName, role: 'coordinator', password: FIRST_PASSWORD })
const unlock = (loginName: string, password: string) => site.api.session.unlock({ loginName, password })
const change = (currentPassword: string, newPassword: string) =>
  site.api.session.changePassword({ currentPassword, newPassword })
const decide = (changes: { passwordMaxAgeDays?: number | null; passwordRecall?: number }) =>
  site.api.settings.change({ expectedVersion: 0, changes, reason })

describe('a password that somebody else set', () => {
  it('[U6] opens the session for one thing only: another password', async () => {
    await add('wang')
    await site.api.session.lock({})
    expect((await unlock('wang', FIRST_PASSWORD)).passwordDue).toBe('first')
    expect(await failureOf(site.api.patients.list({}))).toEqual(DUE)
    expect(await failureOf(site.api.users.list({}))).toEqual(DUE)
    expect(await failureOf(site.api.settings.get({}))).toEqual(DUE)
    const patient = { screeningNumber: 'S-001', initials: 'WXM', sex: 'male' } as const
    expect(await failureOf(site.api.patients.register(patient))).toEqual(DUE)
    expect((await site.api.session.current({})).passwordDue).toBe('first')
    await site.api.session.touch({})
    await change(FIRST_PASSWORD, PASSWORD)
    expect((await site.api.session.current({})).passwordDue).toBeNull()
    expect(await site.api.patients.list({})).toEqual([])
    expect((await site.as('wang')).passwordDue).toBeNull()
  })

  it('[U6] is replaced by another one, not by itself', async () => {
    await add('wang')
    await site.api.session.lock({})
    await unlock('wang', FIRST_PASSWORD)
    expect(await failureOf(change(FIRST_PASSWORD, FIRST_PASSWORD))).toEqual({
      code: 'invalid_input',
      issues: [{ path: 'newPassword', message: 'is the present password; choose another' }],
    })
    expect(await failureOf(site.api.users.list({}))).toEqual(DUE)
  })

  it('[U5] is asked for again after a reset, also in a session that was open before', async () => {
    const { id: userId } = await site.addUser('coordinator')
    const other = secondProcess(site)
    await other.as('coordinator')
    await site.api.users.resetPassword({ userId, password: FIRST_PASSWORD, reason: 'forgot it' })
    expect(await failureOf(other.api.patients.list({}))).toEqual(DUE)
    await other.close()
    const [entry] = await site.api.audit.list({ action: 'user.reset_password' })
    expect(entry).toMatchObject({
      subject: { kind: 'user', id: userId },
      reason: 'forgot it',
      userId: site.user.id,
    })
    await site.api.session.lock({})
    expect(await failureOf(unlock('coordinator', PASSWORD))).toMatchObject({ code: 'wrong_password' })
    expect((await unlock('coordinator', FIRST_PASSWORD)).passwordDue).toBe('reset')
    await change(FIRST_PASSWORD, PASSWORD)
    expect((await site.api.session.current({})).passwordDue).toBeNull()
  })

  it('[U5] is set anew by nobody for themselves, and by an administrator for administrators alone', async () => {
    const { id: coordinator } = await site.addUser('coordinator')
    await site.addUser('administrator')
    const password = FIRST_PASSWORD
    const own = site.api.users.resetPassword({ userId: site.user.id, password, reason })
    expect(await failureOf(own)).toMatchObject({ code: 'invalid_input', issues: [{ path: 'userId' }] })
    await site.as('administrator')
    for (const userId of [coordinator, site.user.id]) {
      expect(await failureOf(site.api.users.resetPassword({ userId, password, reason }))).toEqual({
        ...{ code: 'not_permitted', right: 'users.appoint' },
      })
    }
  })

  it('[U5] is the first one of everybody but its maker in a store from before', async () => {
    const old = startEngine()
    await makeOldStore(old.directory, ['coordinator'])
    const { session } = old.api
    expect(await session.unlock({ loginName: 'chen', password: PASSWORD })).toMatchObject({
      passwordDue: null,
    })
    await session.lock({})
    const opened = await session.unlock({ loginName: 'coordinator', password: PASSWORD })
    expect(opened.passwordDue).toBe('first')
    await session.changePassword({ currentPassword: PASSWORD, newPassword: 'my own long password' })
    expect(await session.current({})).toMatchObject({ passwordDue: null })
    old.dispose()
  })
})

describe('the age of a password', () => {
  const relogin = async (password = PASSWORD) => {
    await site.api.session.lock({})
    return (await unlock('chen', password)).passwordDue
  }

  it('[U6] makes it due after the days that the site decided, and a new one begins anew', async () => {
    await decide({ passwordMaxAgeDays: 90 })
    site.clock.advance(89 * DAY)
    expect(await relogin()).toBeNull()
    site.clock.advance(DAY)
    expect(await relogin()).toBe('expired')
    expect(await failureOf(site.api.patients.list({}))).toEqual(DUE)
    await change(PASSWORD, 'the next long password')
    expect(await site.api.patients.list({})).toEqual([])
    expect(await relogin('the next long password')).toBeNull()
  })

  it('[U6] makes nothing due while the site decided nothing', async () => {
    site.clock.advance(4000 * DAY)
    expect(await relogin()).toBeNull()
  })

  it('[U6] is not made less by a clock that is moved back', async () => {
    await decide({ passwordMaxAgeDays: 90 })
    site.clock.advance(89 * DAY)
    expect(await relogin()).toBeNull()
    site.clock.advance(-80 * DAY)
    expect(await relogin()).toBeNull()
    site.clock.advance(DAY)
    expect(await relogin()).toBe('expired')
    site.clock.advance(-300 * DAY)
    expect(await relogin()).toBe('expired')
  })

  it('[U6] is not made more by a clock that was ahead while the password was set', async () => {
    await decide({ passwordMaxAgeDays: 90 })
    site.clock.advance(400 * DAY)
    await change(PASSWORD, 'the next long password')
    site.clock.advance(-400 * DAY)
    expect(await relogin('the next long password')).toBeNull()
    site.clock.advance(90 * DAY)
    expect(await relogin('the next long password')).toBe('expired')
  })
})

describe('earlier passwords', () => {
  const refused = {
    code: 'invalid_input',
    issues: [{ path: 'newPassword', message: 'was used before; choose another' }],
  }

  it('[U6] may not be used again, as many of them as the site decided', async () => {
    await decide({ passwordRecall: 2 })
    await change(PASSWORD, 'second password')
    await change('second password', 'third password')
    expect(await failureOf(change('third password', PASSWORD))).toEqual(refused)
    expect(await failureOf(change('third password', 'second password'))).toEqual(refused)
    await change('third password', 'fourth password')
    await change('fourth password', PASSWORD)
  })

  it('[U6] may be used again where the site decided nothing', async () => {
    await change(PASSWORD, 'second password')
    await change('second password', PASSWORD)
  })

  it('[U6] are those too that somebody else set', async () => {
    await decide({ passwordRecall: 1 })
    const { id: userId } = await site.addUser('coordinator')
    await site.api.users.resetPassword({ userId, password: FIRST_PASSWORD, reason: 'forgot it' })
    await site.api.session.lock({})
    await unlock('coordinator', FIRST_PASSWORD)
    await change(FIRST_PASSWORD, 'third password')
    expect(await failureOf(change('third password', FIRST_PASSWORD))).toEqual(refused)
    await change('third password', PASSWORD)
  })

  it('[U6] are no way around it by the recovery key', async () => {
    await decide({ passwordRecall: 2 })
    await change(PASSWORD, 'second password')
    await site.api.session.lock({})
    const recover = (newPassword: string) =>
      site.api.session.unlockWithRecovery({ recoveryKey: site.recoveryKey, loginName: 'chen', newPassword })
    expect(await failureOf(recover(PASSWORD))).toEqual(refused)
    expect(await failureOf(recover('second password'))).toEqual(refused)
    expect(await site.api.site.status({})).toEqual({ state: 'locked' })
    expect(await recover('third password')).toMatchObject({ passwordDue: null })
  })
})
