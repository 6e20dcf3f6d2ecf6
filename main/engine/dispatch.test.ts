import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createJobs } from '#main/jobs/jobs.ts'
import type { MutationContext, OpenContext } from '#main/services/context.ts'
import { services } from '#main/services/index.ts'
import { endSession } from '#main/services/opening.ts'
import { siteHandlers } from '#main/services/site.ts'
import { listEntries } from '#main/store/audit-trail.ts'
import { readKeyring } from '#main/store/keyring.ts'
import { LockedCalls } from '#main/store/security-log.ts'
import { contract } from '#shared/api/contract.ts'
import { mutation } from '#shared/api/procedure.ts'
import { backupsInWork } from '#test/support/backups-in-work.ts'
import {
  FAST_KDF,
  failureOf,
  PASSWORD,
  startSite,
  TEST_APP,
  TEST_DOCUMENTS,
  type TestSite,
} from '#test/support/engine.ts'
import { createDispatch } from './dispatch.ts'

describe('a request from nowhere', () => {
  let site: TestSite
  beforeEach(async () => {
    site = await startSite()
  })
  afterEach(() => site.dispose())

  it.each([
    ['an unknown area', { area: 'payments', method: 'list', input: {} }, 'not_found'],
    ['an unknown method', { area: 'site', method: 'destroy', input: {} }, 'not_found'],
    ['an inherited method', { area: 'site', method: 'constructor', input: {} }, 'not_found'],
    ['an inherited area', { area: 'constructor', method: 'name', input: {} }, 'not_found'],
    ['a method of Object', { area: 'site', method: 'toString', input: {} }, 'not_found'],
    ['__proto__ as area', { area: '__proto__', method: 'get', input: {} }, 'invalid_input'],
    [
      'an own __proto__',
      JSON.parse('{"area":"site","method":"get","input":{},"__proto__":{}}'),
      'invalid_input',
    ],
    [
      'an own __proto__ in the input',
      JSON.parse('{"area":"site","method":"get","input":{"__proto__":1}}'),
      'invalid_input',
    ],
    ['a field too many', { area: 'site', method: 'get', input: { all: true } }, 'invalid_input'],
    ['no input', { area: 'site', method: 'get' }, 'invalid_input'],
    ['a text', 'site.get', 'invalid_input'],
    ['nothing', undefined, 'invalid_input'],
  ])('with %s is refused', async (_what, request, code) => {
    const response = await site.handle(request)
    expect(response).toMatchObject({ ok: false, error: { code } })
    expect(site.failures).toEqual([])
  })

  it('is answered in its turn', async () => {
    const order: string[] = []
    const person = { loginName: 'li', fullName: 'Li', role: 'coordinator', password: PASSWORD } as const
    const slow = site.api.users.add(person).then(() => order.push('add'))
    const quick = site.api.users.list({}).then(list => order.push(`list of ${list.length}`))
    await Promise.all([slow, quick])
    expect(order).toEqual(['add', 'list of 2'])
  })

  it('[S1] leaves a reference, but neither value nor message, where the engine has a bug', async () => {
    site.clock.set('no time at all')
    const call = site.api.patients.register({
      screeningNumber: 'S-001',
      initials: 'WXM',
      sex: 'male',
      fullName: '王小明',
    })
    const failure = await failureOf(call)
    expect(failure).toMatchObject({ code: 'internal' })
    expect(site.failures).toMatchObject([{ where: 'patients.register', name: 'RangeError' }])
    expect(failure).toMatchObject({ reference: site.failures[0]?.reference })
    expect(JSON.stringify(site.failures)).not.toMatch(/WXM|王小明|Invalid time/)
    site.clock.set('2026-11-22T03:00:00.000Z')
    expect(await site.api.patients.list({})).toEqual([])
  })
})

describe('a transaction', () => {
  const home = mkdtempSync(join(tmpdir(), 'lobule-test-'))
  const directory = join(home, 'store')
  const bugs: unknown[] = []
  let count = 0
  const bare = {
    directory,
    protocols: [],
    kdf: FAST_KDF,
    app: TEST_APP,
    documents: TEST_DOCUMENTS,
    announce: () => undefined,
    deadlines: () => undefined,
    plans: new Map(),
    jobs: createJobs(
      () => undefined,
      () => true,
    ),
    now: () => new Date('2026-11-22T02:00:00.000Z'),
    newId: () => `id-${++count}`,
    slot: { current: undefined },
    mayOpen: () => true,
    lockedCalls: new LockedCalls(directory),
  } satisfies Omit<OpenContext, 'backups'>
  const context: OpenContext = { ...bare, backups: backupsInWork(bare) }
  const note = mutation({
    right: 'session.use',
    input: z.strictObject({}),
    output: z.object({ text: z.string() }),
  })
  const answering = (answer: unknown) =>
    createDispatch({
      contract: { notes: { add: note } },
      handlers: {
        notes: {
          add(_input: unknown, { audit }: MutationContext) {
            audit({ action: 'note.add', subject: { kind: 'note', id: '1' } })
            return answer
          },
        },
      },
      context,
      touch: () => undefined,
      onLockedCall: () => undefined,
      onBug: error => `bug ${bugs.push(error)}`,
    })
  const request = { area: 'notes', method: 'add', input: {} }
  const trail = () => {
    const session = context.slot.current
    return session ? [...listEntries(session.db, { action: 'note.add' })] : []
  }

  beforeEach(async () => {
    if (context.slot.current) return
    const principalInvestigator = { loginName: 'chen', fullName: 'Chen Wei', password: PASSWORD }
    await siteHandlers.create({ name: 'X', number: '1', timeZone: 'UTC', principalInvestigator }, context)
  })

  it('is undone where the answer would break the contract', async () => {
    const response = await answering({ text: 1 })(request, context.mayOpen)
    expect(response).toEqual({ ok: false, error: { code: 'internal', reference: 'bug 1' } })
    expect(trail()).toEqual([])
  })

  it('[B2] that is undone leaves the keyring as it was: nobody is locked out by what was not saved', async () => {
    const addUser = contract.users.add
    const deactivate = { ...contract.users.deactivate, output: z.never() }
    const dispatch = createDispatch({
      contract: { users: { add: addUser, deactivate } },
      handlers: services,
      context,
      touch: () => undefined,
      onLockedCall: () => undefined,
      onBug: () => 'bug',
    })
    const person = { loginName: 'wang', fullName: 'Wang', role: 'coordinator', password: PASSWORD }
    await dispatch({ area: 'users', method: 'add', input: person }, context.mayOpen)
    const wang = readKeyring(directory).wraps.find(({ loginName }) => loginName === 'wang')
    const input = { userId: wang?.userId, reason: 'left the site' }
    const response = await dispatch({ area: 'users', method: 'deactivate', input }, context.mayOpen)
    expect(response).toEqual({ ok: false, error: { code: 'internal', reference: 'bug' } })
    expect(readKeyring(directory).wraps).toContainEqual(wang)
  })

  it('lets out nothing that the contract does not name', async () => {
    const answer = { text: 'ok', secret: 'x' }
    const response = await answering(answer)(request, context.mayOpen)
    expect(response).toEqual({ ok: true, value: { text: 'ok' } })
    expect(trail()).toHaveLength(1)
  })

  it('[S2] is not to be had after the lock: the connection is closed and the key zeroed', () => {
    const session = context.slot.current
    const key = session?.key.bytes()
    endSession(context, 'suspend')
    expect(key?.every(byte => byte === 0)).toBe(true)
    expect(() => session && [...listEntries(session.db)]).toThrow('not open')
    rmSync(home, { recursive: true })
  })
})
