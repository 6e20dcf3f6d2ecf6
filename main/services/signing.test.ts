import { X509Certificate } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '#shared/api/rights.ts'
import {
  FIRST_PASSWORD,
  failureOf,
  PASSWORD,
  startEngine,
  startSite,
  type TestSite,
} from '#test/support/engine.ts'
import { textsFoundIn } from '#test/support/files-of.ts'
import { makeOldStore } from '#test/support/old-store.ts'

const SIGNING = 'the secret that I sign with'
const CHEN = { loginName: 'chen', password: PASSWORD }
const COORDINATOR = { loginName: 'coordinator', password: PASSWORD }
const reason = 'as the site decided'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const enable = (input: Partial<Parameters<TestSite['api']['signing']['enable']>[0]> = {}) =>
  site.api.signing.enable({
    ...{ password: PASSWORD, second: COORDINATOR, identityDocument: 'identity_card' },
    ...input,
  })
const signatory = async (userId: string) =>
  (await site.api.signing.people({})).find(person => person.userId === userId)
const refusals = async () =>
  (await site.api.audit.list({ action: 'signing.refused' })).map(({ newValue }) => newValue)
const second = (why: string) => ({ code: 'second_person_refused', why, retryAfterSeconds: 0 })
const read = ({ der }: { der: string }) => new X509Certificate(Buffer.from(der, 'base64'))

/** A sub-investigator whom the principal investigator certified; the session is theirs. */
async function certifiedColleague() {
  const user = await site.addUser('sub_investigator')
  await site.as('sub_investigator')
  await enable({ newPassword: SIGNING, second: CHEN })
  return user
}

async function as(loginName: string, password: string) {
  await site.api.session.lock({})
  return site.api.session.unlock({ loginName, password })
}

describe('enabling', () => {
  it('[U4] notes who saw which document, and when, before the certificate is issued', async () => {
    const coordinator = await site.addUser('coordinator')
    const enabled = await enable()
    expect(enabled).toMatchObject({ userId: site.user.id, state: 'ready', ended: null })
    expect(enabled.certificate).toMatchObject({
      secondPerson: coordinator.id,
      identityDocument: 'identity_card',
    })
    const entries = (await site.api.audit.list({})).filter(({ action }) => action.startsWith('signing.'))
    expect(entries.map(({ action }) => action)).toEqual([
      'signing.create_authority',
      'signing.check_identity',
      'signing.issue_certificate',
    ])
    expect(entries[1]).toMatchObject({
      userId: site.user.id,
      subject: { kind: 'user', id: site.user.id },
      newValue: {
        ...{ secondPerson: coordinator.id, identityDocument: 'identity_card' },
        checkedAt: '2026-11-22T10:00:00.000+08:00',
      },
    })
    expect(entries[2]?.newValue).toMatchObject({ serial: enabled.certificate?.serial })
  })

  it('[U4] has the certificate say who it is and as what, signed by the site', async () => {
    await certifiedColleague()
    const [person] = (await site.api.signing.people({})).filter(({ state }) => state === 'ready')
    const authority = await site.api.signing.authority({})
    if (!person?.certificate || !authority) throw new Error('nothing was issued')
    const leaf = read(person.certificate)
    expect(leaf.subject).toContain('CN=User sub_investigator')
    expect(leaf.subject).toContain('sub investigator')
    expect(leaf.verify(read(authority).publicKey)).toBe(true)
    expect(authority.holder).toBe(site.user.id)
  })

  it('[U5] sets the secret before the second person where somebody else ever knew one', async () => {
    await site.addUser('sub_investigator')
    await site.as('sub_investigator')
    expect(await failureOf(enable({ second: CHEN }))).toMatchObject({
      ...{ code: 'invalid_input', issues: [{ path: 'newPassword' }] },
    })
    expect(await enable({ second: CHEN, newPassword: SIGNING })).toMatchObject({ state: 'ready' })
    await site.api.session.lock({})
    expect(
      await failureOf(site.api.session.unlock({ loginName: 'sub_investigator', password: PASSWORD })),
    ).toMatchObject({
      code: 'wrong_password',
    })
    expect(await site.api.session.unlock({ loginName: 'sub_investigator', password: SIGNING })).toMatchObject(
      {
        passwordDue: null,
      },
    )
    // Set before a second person: it need not be changed to renew the certificate.
    expect(await enable({ password: SIGNING, second: CHEN, reason })).toMatchObject({ state: 'ready' })
  })

  it('replaces a certificate with a reason, and ends the one before', async () => {
    await site.addUser('coordinator')
    const first = await enable()
    expect(await failureOf(enable())).toMatchObject({ issues: [{ path: 'reason' }] })
    const next = await enable({ reason })
    expect(next.certificate?.serial).not.toBe(first.certificate?.serial)
    const [end] = await site.api.audit.list({ action: 'signing.end_certificate' })
    expect(end).toMatchObject({ reason, newValue: { serial: first.certificate?.serial, cause: 'replaced' } })
  })

  it('[U5] changes the password of who holds the site’s key, and the key comes along', async () => {
    await site.addUser('coordinator')
    await enable({ newPassword: SIGNING })
    await site.addUser('sub_investigator')
    await site.as('sub_investigator')
    const holder = { loginName: 'chen', password: SIGNING }
    expect(await enable({ second: holder, newPassword: 'a third long password' })).toMatchObject({
      state: 'ready',
    })
  })
})

describe('the second person', () => {
  it('[U5] is somebody else: nobody certifies themselves', async () => {
    expect(await failureOf(enable({ second: CHEN }))).toEqual(second('same_person'))
    expect(await refusals()).toEqual([{ code: 'second_person_refused', why: 'same_person' }])
    expect(await signatory(site.user.id)).toMatchObject({ state: 'never', certificate: null })
  })

  it('[U5] knows their own password, and guessing at it is counted and delayed', async () => {
    await site.addUser('coordinator')
    const guess = () => failureOf(enable({ second: { ...COORDINATOR, password: 'guess' } }))
    for (let count = 1; count <= 3; count += 1) expect(await guess()).toEqual(second('wrong_password'))
    expect(await guess()).toEqual({ ...second('wrong_password'), retryAfterSeconds: 5 })
    expect(await failureOf(enable())).toEqual({ ...second('wrong_password'), retryAfterSeconds: 5 })
    expect(await refusals()).toHaveLength(5)
    site.clock.advance(5)
    await enable()
    expect((await site.as('coordinator')).failedAttempts).toBe(4)
  })

  it('[U5] is nobody whose password somebody else set: the principal investigator alone certifies nobody', async () => {
    const coordinator = { loginName: 'coordinator', fullName: 'X', role: 'coordinator' } as const
    await site.api.users.add({ ...coordinator, password: FIRST_PASSWORD })
    const invented = { loginName: 'coordinator', password: FIRST_PASSWORD }
    expect(await failureOf(enable({ second: invented }))).toEqual(second('first_password'))
    await site.firstLogin('coordinator')
    const { id: userId } = (await site.api.users.list({})).find(({ role }) => role === 'coordinator') ?? {
      id: site.user.id,
    }
    await site.api.users.resetPassword({ userId, password: FIRST_PASSWORD, reason })
    expect(await failureOf(enable({ second: invented }))).toEqual(second('first_password'))
  })

  it('[U5] is nobody whose password the recovery key set', async () => {
    await site.addUser('coordinator')
    await site.api.session.lock({})
    const { recoveryKey } = site
    await site.api.session.unlockWithRecovery({ recoveryKey, loginName: 'coordinator', newPassword: SIGNING })
    await site.as('chen')
    expect(await failureOf(enable({ second: { ...COORDINATOR, password: SIGNING } }))).toEqual(
      second('first_password'),
    )
  })

  it('[U5] or the user holds the site’s key', async () => {
    await site.addUser('coordinator')
    await site.addUser('sub_investigator')
    await site.as('sub_investigator')
    expect(await failureOf(enable({ newPassword: SIGNING }))).toEqual(second('not_the_key_holder'))
    expect(await refusals()).toEqual([{ code: 'second_person_refused', why: 'not_the_key_holder' }])
    // Refused as a whole: the password is as it was.
    expect((await site.as('sub_investigator')).passwordDue).toBeNull()
  })

  it('[U5] is an unknown or deactivated one as little as one with a wrong password', async () => {
    const { id: userId } = await site.addUser('coordinator')
    await site.api.users.deactivate({ userId, reason })
    expect(await failureOf(enable())).toEqual(second('wrong_password'))
    expect(await failureOf(enable({ second: { ...COORDINATOR, loginName: 'nobody' } }))).toEqual(
      second('wrong_password'),
    )
  })

  it('[U5] does not make up for the user’s own password', async () => {
    await site.addUser('coordinator')
    expect(await failureOf(enable({ password: 'guess' }))).toMatchObject({ code: 'wrong_password' })
    expect(await refusals()).toEqual([{ code: 'wrong_password' }])
  })
})

describe('a certificate ends', () => {
  it('[U5] with the password that somebody else sets anew, until another is set before a second person', async () => {
    const { id: userId } = await certifiedColleague()
    await site.as('chen')
    await site.api.users.resetPassword({ userId, password: FIRST_PASSWORD, reason })
    expect(await signatory(userId)).toMatchObject({ state: 'ended', ended: { cause: 'password_reset' } })
    await as('sub_investigator', FIRST_PASSWORD)
    expect(await failureOf(enable({ password: FIRST_PASSWORD, second: CHEN }))).toEqual({
      code: 'password_due',
    })
    await site.api.session.changePassword({ currentPassword: FIRST_PASSWORD, newPassword: PASSWORD })
    const alone = await failureOf(enable({ second: CHEN }))
    expect(alone).toMatchObject({ issues: [{ path: 'newPassword' }] })
    expect(await enable({ second: CHEN, newPassword: SIGNING })).toMatchObject({ state: 'ready' })
  })

  it('[U5] with a password that the recovery key sets', async () => {
    const { id: userId } = await certifiedColleague()
    await site.api.session.lock({})
    const { recoveryKey } = site
    await site.api.session.unlockWithRecovery({
      recoveryKey,
      loginName: 'sub_investigator',
      newPassword: PASSWORD,
    })
    expect(await signatory(userId)).toMatchObject({ state: 'ended', ended: { cause: 'password_reset' } })
    expect(await failureOf(enable({ second: CHEN }))).toMatchObject({ issues: [{ path: 'newPassword' }] })
  })

  it('[U1] with its owner’s deactivation, and stays readable', async () => {
    const { id: userId } = await certifiedColleague()
    await site.as('chen')
    const before = await signatory(userId)
    await site.api.users.deactivate({ userId, reason })
    expect(await signatory(userId)).toEqual({
      ...before,
      state: 'ended',
      ended: { at: '2026-11-22T10:00:00.000+08:00', cause: 'deactivated' },
    })
    expect(before?.certificate && read(before.certificate).subject).toContain('User sub_investigator')
  })

  it('[U2] with the role that stands in it', async () => {
    const { id: userId } = await certifiedColleague()
    await site.as('chen')
    const same = { userId, role: 'sub_investigator', reason } as const
    await site.api.users.changeRole(same)
    expect(await signatory(userId)).toMatchObject({ state: 'ready' })
    await site.api.users.changeRole({ ...same, role: 'coordinator' })
    expect(await signatory(userId)).toMatchObject({ state: 'ended', ended: { cause: 'role_changed' } })
  })
})

describe('the site’s certificate', () => {
  const replace = (input = {}) =>
    site.api.signing.replaceAuthority({ password: SIGNING, second: COORDINATOR, reason, ...input })

  async function lostByRecovery(roles: readonly Role[]) {
    for (const role of roles) await site.addUser(role)
    await enable()
    await site.api.session.lock({})
    const { recoveryKey } = site
    await site.api.session.unlockWithRecovery({ recoveryKey, loginName: 'chen', newPassword: SIGNING })
  }

  it('[U5] certifies no more once its holder lost the password; another is made with a second person', async () => {
    await lostByRecovery(['coordinator'])
    const old = await site.api.signing.authority({})
    const again = { password: SIGNING, newPassword: 'a third long password' }
    expect(await failureOf(enable(again))).toEqual({ code: 'authority_unavailable' })
    expect(await failureOf(replace({ second: CHEN }))).toEqual(second('same_person'))
    const made = await replace()
    expect(made.sha256).not.toBe(old?.sha256)
    expect(await site.api.signing.authority({})).toEqual(made)
    const [, entry] = await site.api.audit.list({ action: 'signing.create_authority' })
    expect(entry).toMatchObject({ reason, newValue: { fingerprint: made.sha256, holder: site.user.id } })
    expect(await enable(again)).toMatchObject({ state: 'ready' })
  })

  it('[U5] ends every certificate of the one before', async () => {
    const { id: userId } = await certifiedColleague()
    await site.as('chen')
    await site.addUser('coordinator')
    const before = await signatory(userId)
    await replace({ password: PASSWORD })
    expect(await signatory(userId)).toMatchObject({
      ...{ state: 'ended', certificate: before?.certificate, ended: { cause: 'authority_replaced' } },
    })
  })

  it('[U5] goes on with another principal investigator where its holder has gone', async () => {
    const { id: userId } = await site.addUser('principal_investigator')
    await site.addUser('coordinator')
    await site.as('principal_investigator')
    await site.api.users.deactivate({ userId: site.user.id, reason })
    expect(await failureOf(enable({ newPassword: SIGNING }))).toEqual({ code: 'authority_unavailable' })
    expect(await replace({ password: PASSWORD })).toMatchObject({ holder: userId })
    expect(await enable({ newPassword: SIGNING })).toMatchObject({ state: 'ready' })
  })

  it('is made for a store from before at the next unlock by a principal investigator, and not by others', async () => {
    const old = startEngine()
    await makeOldStore(old.directory, ['coordinator'])
    const { session, signing, audit } = old.api
    await session.unlock({ loginName: 'coordinator', password: PASSWORD })
    await session.changePassword({ currentPassword: PASSWORD, newPassword: 'my own long password' })
    expect(await signing.authority({})).toBeNull()
    await session.lock({})
    await session.unlock({ loginName: 'chen', password: PASSWORD })
    const made = await signing.authority({})
    expect(made).toMatchObject({ holder: 'u-chen' })
    await session.lock({})
    await session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(await signing.authority({})).toEqual(made)
    expect(await audit.list({ action: 'signing.create_authority' })).toMatchObject([
      { subject: { kind: 'authority', id: made?.sha256 }, newValue: { fingerprint: made?.sha256 } },
    ])
    old.dispose()
  })
})

it('[S1] leaves no password in a file, in the trail or in a failure', async () => {
  await certifiedColleague()
  await failureOf(enable({ password: SIGNING, second: { ...CHEN, password: 'a guessed secret' }, reason }))
  const secrets = [PASSWORD, FIRST_PASSWORD, SIGNING, 'a guessed secret', 'PRIVATE KEY']
  const said = JSON.stringify([
    await site.api.audit.list({}),
    await site.api.signing.people({}),
    site.failures,
  ])
  expect(secrets.filter(secret => said.includes(secret))).toEqual([])
  site.lock()
  expect(textsFoundIn(site.directory, secrets)).toEqual([])
})
