import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Role } from '#shared/api/rights.ts'
import { UserId } from '#shared/core/ids.ts'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const unlock = (loginName: string) => site.api.session.unlock({ loginName, password: PASSWORD })

describe('users', () => {
  it('[A1] adds a user who can then open the store; the trail says who, by whom and as what', async () => {
    const user = await site.addUser('coordinator')
    const [entry] = await site.api.audit.list({ action: 'user.add', afterSeq: 3 })
    expect(entry).toMatchObject({
      userId: site.user.id,
      role: 'principal_investigator',
      subject: { kind: 'user', id: user.id },
      newValue: { loginName: 'coordinator', role: 'coordinator' },
    })
    expect((await site.as('coordinator')).user).toEqual(user)
  })

  it('[U1] never gives a login name twice, nor after deactivation', async () => {
    const user = await site.addUser('monitor')
    const taken = { code: 'duplicate', entity: 'user', field: 'loginName' }
    expect(await failureOf(site.addUser('monitor'))).toEqual(taken)
    await site.api.users.deactivate({ userId: user.id, reason: 'left the site' })
    expect(await failureOf(site.addUser('monitor'))).toEqual(taken)
    const other = { fullName: 'X', role: Role.enum.monitor, password: PASSWORD }
    expect(await failureOf(site.api.users.add({ loginName: ' MONITOR ', ...other }))).toEqual(taken)
  })

  it('[U1] keeps a deactivated user and their name, and lets them in no more', async () => {
    const user = await site.addUser('coordinator')
    await site.api.users.deactivate({ userId: user.id, reason: 'left the site' })
    expect(await site.api.users.list({})).toContainEqual({ ...user, active: false })
    await site.api.session.lock({})
    expect(await failureOf(unlock('coordinator'))).toMatchObject({ code: 'wrong_password' })
  })

  it('[U1] lets a deactivated user in by no keyring that is put back, and drops their wrap', async () => {
    const user = await site.addUser('coordinator')
    const file = join(site.directory, 'keyring.json')
    const old = readFileSync(file, 'utf8')
    await site.api.users.deactivate({ userId: user.id, reason: 'left the site' })
    await site.api.session.lock({})
    writeFileSync(file, old)
    expect(await failureOf(unlock('coordinator'))).toMatchObject({ code: 'wrong_password' })
    expect(await site.api.site.status({})).toEqual({ state: 'locked' })
    await unlock('chen')
    expect(readFileSync(file, 'utf8')).not.toContain(user.id)
    expect(await site.api.audit.list({ action: 'keyring.drop_wrap' })).toHaveLength(1)
  })

  it('[A1] changes a role with old value, new value and reason', async () => {
    const user = await site.addUser('monitor')
    await site.api.users.changeRole({ userId: user.id, role: 'coordinator', reason: 'new post' })
    const [entry] = await site.api.audit.list({ action: 'user.change_role' })
    expect(entry).toMatchObject({
      field: 'role',
      oldValue: 'monitor',
      newValue: 'coordinator',
      reason: 'new post',
    })
  })

  it('[A4] changes nothing without a reason', async () => {
    const user = await site.addUser('monitor')
    const change = site.api.users.changeRole({ userId: user.id, role: 'coordinator', reason: ' ' })
    expect(await failureOf(change)).toEqual({
      code: 'invalid_input',
      issues: [{ path: 'reason', message: 'give the reason for the change' }],
    })
  })

  it('[U2] takes effect at the next call of the user who is logged in', async () => {
    expect((await site.api.session.current({})).rights).not.toContain('identity.read')
    await site.api.users.grantIdentity({ userId: site.user.id, granted: true, reason: 'runs the site' })
    expect((await site.api.session.current({})).rights).toContain('identity.read')
  })

  it('[U2] leads no administrator to clinical data by an investigator of their own making', async () => {
    const { id: userId } = await site.addUser('monitor')
    await site.addUser('administrator')
    await site.as('administrator')
    const denied = { code: 'not_permitted', right: 'users.appoint' }
    const clinical = Role.options.filter(role => role !== 'administrator')
    for (const role of clinical) {
      const own = { loginName: `own-${role.slice(0, 3)}`, fullName: 'X', role, password: PASSWORD }
      expect(await failureOf(site.api.users.add(own)), role).toEqual(denied)
      const change = site.api.users.changeRole({ userId, role, reason: 'x' })
      expect(await failureOf(change), role).toEqual(denied)
    }
    const other = { loginName: 'other', fullName: 'X', password: PASSWORD }
    expect(await site.api.users.add({ ...other, role: 'administrator' })).toMatchObject({ active: true })
    await site.as('chen')
    expect(await site.api.audit.list({ action: 'access.denied' })).toHaveLength(2 * clinical.length)
  })

  it('[U2] lets the first investigator grant full names to themselves only while they are alone', async () => {
    const reason = 'calls patients'
    const second = await site.addUser('principal_investigator')
    const self = { userId: site.user.id, granted: true, reason }
    const own = { code: 'invalid_input', issues: [{ path: 'userId' }] }
    expect(await failureOf(site.api.users.grantIdentity(self))).toMatchObject(own)
    await site.as('principal_investigator')
    expect(await failureOf(site.api.users.grantIdentity({ ...self, userId: second.id }))).toMatchObject(own)
    expect(await site.api.users.grantIdentity(self)).toMatchObject({ mayReadIdentity: true })
    expect(await site.api.users.grantIdentity({ ...self, granted: false })).toMatchObject({
      mayReadIdentity: false,
    })
    await site.as('chen')
    await site.api.users.deactivate({ userId: second.id, reason: 'left' })
    expect(await site.api.users.grantIdentity(self)).toMatchObject({ mayReadIdentity: true })
    expect(await site.api.users.grantIdentity({ ...self, granted: false })).toMatchObject({
      mayReadIdentity: false,
    })
  })

  it('[U2] lets a later investigator grant full names to nobody but others, alone or not', async () => {
    const { id: userId } = await site.addUser('principal_investigator')
    await site.as('principal_investigator')
    await site.api.users.deactivate({ userId: site.user.id, reason: 'left' })
    const grant = site.api.users.grantIdentity({ userId, granted: true, reason: 'alone' })
    expect(await failureOf(grant)).toMatchObject({ code: 'invalid_input', issues: [{ path: 'userId' }] })
  })

  it('[U2] shows full names to no administrator', async () => {
    const user = await site.addUser('coordinator')
    await site.api.users.grantIdentity({ userId: user.id, granted: true, reason: 'calls patients' })
    const moved = await site.api.users.changeRole({
      userId: user.id,
      role: 'administrator',
      reason: 'new post',
    })
    expect(moved.mayReadIdentity).toBe(false)
    const grant = site.api.users.grantIdentity({ userId: user.id, granted: true, reason: 'again' })
    expect(await failureOf(grant)).toMatchObject({ code: 'invalid_input', issues: [{ path: 'userId' }] })
  })

  it('keeps one principal investigator, and lets nobody change or deactivate themselves', async () => {
    const self = { userId: site.user.id, reason: 'tired' }
    const own = { code: 'invalid_input', issues: [{ path: 'userId' }] }
    expect(await failureOf(site.api.users.changeRole({ ...self, role: 'monitor' }))).toMatchObject(own)
    expect(await failureOf(site.api.users.deactivate(self))).toMatchObject(own)
    await site.addUser('administrator')
    await site.as('administrator')
    const last = failureOf(site.api.users.deactivate(self))
    expect(await last).toEqual({
      code: 'invalid_input',
      issues: [{ path: 'userId', message: 'the site needs one active principal investigator' }],
    })
  })

  it('names a user that there is not, and leaves a deactivated one as they were', async () => {
    const nobody = UserId.parse('nobody')
    const change = site.api.users.changeRole({ userId: nobody, role: 'monitor', reason: 'x' })
    expect(await failureOf(change)).toEqual({ code: 'not_found', entity: 'user', id: 'nobody' })
    const gone = { userId: (await site.addUser('monitor')).id, reason: 'left' }
    await site.api.users.deactivate(gone)
    expect(await failureOf(site.api.users.deactivate(gone))).toMatchObject({ code: 'invalid_input' })
  })
})
