import { verify, X509Certificate } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { signText } from '#main/documents/signing/sign-text.ts'
import { createDispatch } from '#main/engine/dispatch.ts'
import { createJobs } from '#main/jobs/jobs.ts'
import { activeCertificate, signingKey } from '#main/store/certificate-repository.ts'
import { select } from '#main/store/connection.ts'
import { unwrapBytes, withPassword } from '#main/store/key-wrap.ts'
import { LockedCalls } from '#main/store/security-log.ts'
import { mutation } from '#shared/api/procedure.ts'
import { backupsInWork } from '#test/support/backups-in-work.ts'
import {
  FAST_KDF,
  FIRST_PASSWORD,
  PASSWORD,
  startSite,
  TEST_APP,
  TEST_DOCUMENTS,
  type TestSite,
} from '#test/support/engine.ts'
import type { OpenContext, QueryContext, SessionSlot } from './context.ts'
import type { MutationHandler } from './handlers.ts'
import { signingKeyBound } from './key-secrets.ts'
import { endSession } from './opening.ts'
import { sessionHandlers } from './session.ts'
import { noteSigned, type SigningSecret, unlockSigningKey } from './signing-key.ts'

const TEXT = 'what is signed'
const CHEN = { loginName: 'chen', password: PASSWORD }
const BOTH = { code: 'login_name_asked' }

let site: TestSite
beforeEach(async () => {
  site = await startSite()
  await site.addUser('coordinator')
  const second = { loginName: 'coordinator', password: PASSWORD }
  await site.api.signing.enable({ password: PASSWORD, second, identityDocument: 'passport' })
  await site.api.session.lock({})
})
afterEach(() => site.dispose())

const output = z.object({ signature: z.string(), certificate: z.string(), key: z.array(z.int()) })
const Secret = z.strictObject({ loginName: z.string().optional(), password: z.string() })
const sign = mutation({ right: 'signatures.sign', input: Secret, output })

/** Signs as the product's ceremony does, and shows what it does not: the key, as it was while it was open. */
const signing: MutationHandler<SigningSecret, z.infer<typeof output>> = {
  async prepare(secret, context: QueryContext) {
    const { privateKey, chain } = await unlockSigningKey(context, secret)
    const key = [...privateKey]
    const signature = await signText(TEXT, privateKey)
    privateKey.fill(0)
    return ({ session, now }) => {
      noteSigned(session, now())
      return { signature, certificate: Buffer.from(chain[0]).toString('base64'), key }
    }
  },
}

/** Another process on the store, with a way to sign a text. */
function startSigner() {
  const slot: SessionSlot = { current: undefined }
  const bare = {
    directory: site.directory,
    protocols: [],
    kdf: FAST_KDF,
    app: TEST_APP,
    documents: TEST_DOCUMENTS,
    announce: () => undefined,
    now: site.clock.now,
    newId: () => 'id',
    slot,
    mayOpen: () => true,
    plans: new Map(),
    lockedCalls: new LockedCalls(site.directory),
    deadlines: () => undefined,
    jobs: createJobs(
      () => undefined,
      () => true,
    ),
  } satisfies Omit<OpenContext, 'backups'>
  const context: OpenContext = { ...bare, backups: backupsInWork(bare) }
  const dispatch = createDispatch({
    contract: { signer: { sign } },
    handlers: { signer: { sign: signing } },
    context,
    touch: () => undefined,
    onLockedCall: () => undefined,
    onBug: error => String(error),
  })
  return {
    slot,
    unlock: (login = CHEN) => sessionHandlers.unlock(login, context),
    end: (cause: 'user' | 'idle' | 'suspend') => endSession(context, cause),
    async sign(input: SigningSecret) {
      const answer = await dispatch({ area: 'signer', method: 'sign', input }, () => true)
      return answer.ok ? output.parse(answer.value) : answer.error
    },
  }
}

let signer: ReturnType<typeof startSigner>
beforeEach(async () => {
  signer = startSigner()
  await signer.unlock()
})
afterEach(() => signer.end('user'))

async function signed(input: SigningSecret) {
  const answer = await signer.sign(input)
  if ('code' in answer) throw new Error(answer.code)
  return answer
}

function isValid({ signature, certificate }: z.infer<typeof output>): boolean {
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'))
  return verify('sha256', Buffer.from(TEXT), publicKey, Buffer.from(signature, 'base64'))
}

describe('[E1] signing', () => {
  const PASSWORD_ALONE = { password: PASSWORD }

  it('asks for login name and password first, then for the password alone', async () => {
    expect(await signer.sign(PASSWORD_ALONE)).toEqual(BOTH)
    expect(isValid(await signed(CHEN))).toBe(true)
    expect(isValid(await signed(PASSWORD_ALONE))).toBe(true)
    expect(await signer.sign({ password: 'guess' })).toEqual({ code: 'wrong_password', retryAfterSeconds: 0 })
    expect(isValid(await signed(PASSWORD_ALONE))).toBe(true)
  })

  it('is no further by a first one that was refused', async () => {
    expect(await signer.sign({ ...CHEN, password: 'guess' })).toMatchObject({ code: 'wrong_password' })
    expect(await signer.sign({ ...CHEN, loginName: 'coordinator' })).toEqual(BOTH)
    expect(await signer.sign(PASSWORD_ALONE)).toEqual(BOTH)
  })

  it.each(['user', 'idle', 'suspend'] as const)('asks for both again after a lock by %s', async cause => {
    await signed(CHEN)
    signer.end(cause)
    await signer.unlock()
    expect(await signer.sign(PASSWORD_ALONE)).toEqual(BOTH)
    await signed(CHEN)
  })

  it.each([
    ['goes back by a second', -1, true],
    ['goes back by four minutes', -240, true],
    ['stands still', 0, false],
    ['goes on by ten minutes, the idle limit', 600, false],
    ['jumps ahead past the idle limit', 601, true],
    ['jumps ahead by a year', 31_536_000, true],
  ])('where the clock %s: asks for both again, %s seconds: %s', async (_what, seconds, asks) => {
    await signed(CHEN)
    site.clock.advance(seconds)
    const answer = await signer.sign(PASSWORD_ALONE)
    if (asks) expect(answer).toEqual(BOTH)
    else expect(answer).toHaveProperty('signature')
    await signed(CHEN)
  })

  it('[U3] is counted, delayed and in the trail where it is refused', async () => {
    const guess = () => signer.sign({ ...CHEN, password: 'guess' })
    for (let count = 1; count <= 3; count += 1) await guess()
    expect(await guess()).toEqual({ code: 'wrong_password', retryAfterSeconds: 5 })
    expect(await signer.sign(CHEN)).toEqual({ code: 'too_many_attempts', retryAfterSeconds: 5 })
    expect(await signer.sign(PASSWORD_ALONE)).toEqual(BOTH)
    site.clock.advance(5)
    await signed(CHEN)
    signer.end('user')
    expect((await site.as('chen')).failedAttempts).toBe(4)
    const refused = await site.api.audit.list({ action: 'signature.refused' })
    expect(refused.map(({ newValue, userId }) => ({ newValue, userId }))).toEqual(
      [...Array.from({ length: 4 }, () => 'wrong_password'), 'too_many_attempts', 'login_name_asked'].map(
        code => ({
          newValue: { code },
          userId: site.user.id,
        }),
      ),
    )
    await site.api.session.lock({})
    await signer.unlock()
  })

  it('is refused before and after the time of the certificate', async () => {
    site.clock.set('2025-01-01T00:00:00.000Z')
    expect(await signer.sign(CHEN)).toEqual({ code: 'signing_disabled', why: 'not_valid_now' })
    site.clock.set('2100-01-01T00:00:00.000Z')
    expect(await signer.sign(CHEN)).toEqual({ code: 'signing_disabled', why: 'not_valid_now' })
  })
})

describe('a private key', () => {
  const NEXT = 'the next long password'

  it('comes along with a new password, and signs on under the same certificate', async () => {
    const before = await signed(CHEN)
    signer.end('user')
    await site.as('chen')
    await site.api.session.changePassword({ currentPassword: PASSWORD, newPassword: NEXT })
    await site.api.session.lock({})
    await signer.unlock({ ...CHEN, password: NEXT })
    expect(await signer.sign(CHEN)).toMatchObject({ code: 'wrong_password' })
    const after = await signed({ ...CHEN, password: NEXT })
    expect(isValid(after)).toBe(true)
    expect(after.certificate).toBe(before.certificate)
    expect(after.key).toEqual(before.key)
  })

  it('[U5] is gone where somebody else set the password, and signs no more for whoever knows it', async () => {
    signer.end('user')
    await site.as('chen')
    await site.addUser('principal_investigator')
    await site.as('principal_investigator')
    const reset = { userId: site.user.id, password: FIRST_PASSWORD, reason: 'forgot it' }
    await site.api.users.resetPassword(reset)
    await site.api.session.lock({})
    await site.api.session.unlock({ ...CHEN, password: FIRST_PASSWORD })
    await site.api.session.changePassword({ currentPassword: FIRST_PASSWORD, newPassword: NEXT })
    await site.api.session.lock({})
    await signer.unlock({ ...CHEN, password: NEXT })
    expect(await signer.sign({ ...CHEN, password: NEXT })).toEqual({ code: 'signing_disabled', why: 'ended' })
    expect(await signer.sign(CHEN)).toEqual({ code: 'signing_disabled', why: 'ended' })
  })

  it('[U5] opens by nothing but its owner’s password: no other user’s, and not for another place', async () => {
    const { db, site: own } = signer.slot.current ?? { db: undefined, site: undefined }
    if (db === undefined) throw new Error('the store is locked')
    const serial = activeCertificate(db, site.user.id)?.serial ?? ''
    const { wrap } = signingKey(db, serial)
    const bound = signingKeyBound(own.storeId, serial, site.user.id)
    const opens = async (password: string, at = bound) =>
      (await withPassword(password, secret => unwrapBytes(wrap, secret, at))) !== undefined
    expect(await opens(PASSWORD)).toBe(true)
    // The colleague's password is the same word here; what it is bound to is another.
    const coordinator = (await listed()).find(({ loginName }) => loginName === 'coordinator')
    expect(await opens(PASSWORD, signingKeyBound(own.storeId, serial, coordinator?.id ?? site.user.id))).toBe(
      false,
    )
    expect(await opens(PASSWORD, bound.replace(own.storeId, 'another'))).toBe(false)
    expect(await opens(PASSWORD, bound.replace(serial, '00'))).toBe(false)
    expect(await opens(site.recoveryKey)).toBe(false)
    expect(await opens(FIRST_PASSWORD)).toBe(false)
  })

  it('[S1] stands nowhere in the store but wrapped, nor does a password', async () => {
    const { key } = await signed(CHEN)
    const scalar = Buffer.from(key).subarray(36, 68)
    const db = signer.slot.current?.db
    if (db === undefined) throw new Error('the store is locked')
    const tables = select(db, "SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all().map(String)
    const everything = tables
      .map(table => JSON.stringify(select(db, `SELECT * FROM "${table}"`).all()))
      .join('\n')
    expect(everything).toContain('argon2id')
    const texts = [scalar.toString('base64'), scalar.toString('hex'), Buffer.from(key).toString('base64')]
    for (const secret of [...texts, PASSWORD, FIRST_PASSWORD]) expect(everything.includes(secret)).toBe(false)
  })

  async function listed() {
    signer.end('user')
    await site.as('chen')
    const users = await site.api.users.list({})
    await site.api.session.lock({})
    await signer.unlock()
    return users
  }

  it('is nobody’s who has none', async () => {
    signer.end('user')
    await site.as('chen')
    await site.addUser('sub_investigator')
    await site.api.session.lock({})
    const login = { loginName: 'sub_investigator', password: PASSWORD }
    await signer.unlock(login)
    expect(await signer.sign(login)).toEqual({ code: 'signing_disabled', why: 'never' })
  })
})
