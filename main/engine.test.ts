import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureOf, PASSWORD, startEngine, startSite, type TestSite } from '#test/support/engine.ts'
import { secondProcess } from '#test/support/second-process.ts'

const unlock = { loginName: 'chen', password: PASSWORD }

/** Enough turns of the microtask queue for a lock to fall before, into and after derivations at their cheapest. */
const MOMENTS = Array.from({ length: 60 }, (_, count) => 3 * count)

async function afterTurns(turns: number, act: () => void | Promise<void>): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
  await act()
}

/** What became of a call: its answer, or the code with which it was refused. */
const outcome = (call: Promise<unknown>) =>
  call.then(
    () => 'opened',
    (error: { payload?: { code: string } }) => error.payload?.code,
  )

/** Past the pool of threads in which a key pair is made. */
async function afterLoops(loops: number, act: () => void | Promise<void>): Promise<void> {
  for (let loop = 0; loop < loops; loop += 1) await new Promise(resolve => setImmediate(resolve))
  await act()
}

describe('[S2] whenever a lock falls into an opening, the store is locked afterwards', () => {
  let site: TestSite
  beforeEach(async () => {
    site = await startSite()
    await site.api.session.lock({})
  })
  afterEach(() => site.dispose())

  it.each([
    ['by password', () => site.api.session.unlock(unlock)],
    [
      'by recovery key',
      () =>
        site.api.session.unlockWithRecovery({
          recoveryKey: site.recoveryKey,
          loginName: 'chen',
          newPassword: PASSWORD,
        }),
    ],
  ])('%s', async (_how, open) => {
    const outcomes = []
    for (const turns of MOMENTS) {
      const opening = outcome(open())
      await afterTurns(turns, site.lock)
      outcomes.push(await opening)
      expect(await site.api.site.status({}), `after ${turns} turns`).toEqual({ state: 'locked' })
    }
    expect(new Set(outcomes)).toEqual(new Set(['locked', 'opened']))
    expect(outcomes.filter(result => result === 'locked').length).toBeGreaterThan(5)
    expect((await site.api.session.unlock(unlock)).failedAttempts).toBe(0)
  })

  it('and for ever, where the engine was closed', async () => {
    for (const turns of MOMENTS) {
      const { api, close } = secondProcess(site)
      const opening = outcome(api.session.unlock(unlock))
      await afterTurns(turns, close)
      await opening
      expect(await api.site.status({}), `after ${turns} turns`).toEqual({ state: 'locked' })
      expect(await failureOf(api.session.unlock(unlock))).toEqual({ code: 'locked' })
    }
  })
})

it('[B3] a lock during the making of a store leaves none whose recovery key nobody saw', async () => {
  const principalInvestigator = { loginName: 'chen', fullName: 'Chen Wei', password: PASSWORD }
  const outcomes = []
  const loops = Array.from({ length: 14 }, (_, power) => 2 ** power)
  for (const count of [0, ...loops, 'all'] as const) {
    const engine = startEngine()
    const input = { name: 'X', number: '1', timeZone: 'UTC', principalInvestigator }
    const creating = outcome(engine.api.site.create(input))
    if (count === 'all') await creating
    await afterLoops(count === 'all' ? 0 : count, engine.lock)
    const made = await creating
    outcomes.push(made)
    expect(existsSync(engine.directory)).toBe(made === 'opened')
    expect((await engine.api.site.status({})).state).toBe(made === 'opened' ? 'locked' : 'none')
    engine.dispose()
  }
  expect(new Set(outcomes)).toEqual(new Set(['locked', 'opened']))
})

describe('a user whom another process deactivates', () => {
  let site: TestSite
  beforeEach(async () => {
    site = await startSite()
  })
  afterEach(() => site.dispose())

  it('[U1] writes and reads nothing more: their session ends', async () => {
    const user = await site.addUser('coordinator')
    await site.as('coordinator')
    const other = secondProcess(site)
    await other.api.session.unlock(unlock)
    await other.api.users.deactivate({ userId: user.id, reason: 'left the site' })
    const patient = { screeningNumber: 'S-001', initials: 'WXM', sex: 'male' } as const
    expect(await failureOf(site.api.patients.register(patient))).toEqual({ code: 'locked' })
    expect(await site.api.site.status({})).toEqual({ state: 'locked' })
    const ends = await other.api.audit.list({ action: 'session.lock', userId: user.id })
    expect(ends.at(-1)?.newValue).toEqual({ cause: 'deactivated' })
    await other.close()
  })

  it('[U1] not even what waited for a key derivation', async () => {
    const other = secondProcess(site)
    await site.addUser('principal_investigator')
    await other.as('principal_investigator')
    const adding = failureOf(site.addUser('coordinator'))
    await other.api.users.deactivate({ userId: site.user.id, reason: 'left the site' })
    expect(await adding).toEqual({ code: 'locked' })
    expect((await other.api.users.list({})).map(({ loginName }) => loginName)).not.toContain('coordinator')
    await other.close()
  })
})

describe('a keyring beside a database', () => {
  let site: TestSite
  beforeEach(async () => {
    site = await startSite()
  })
  afterEach(() => site.dispose())

  it('[B2] loses nobody’s way in where an older database was put back', async () => {
    await site.api.session.lock({})
    const file = join(site.directory, 'lobule.db')
    const old = readFileSync(file)
    await site.as('chen')
    await site.addUser('coordinator')
    await site.api.session.lock({})
    const right = readFileSync(file)
    writeFileSync(file, old)
    await site.as('chen')
    await site.as('chen')
    await site.api.session.lock({})
    writeFileSync(file, right)
    expect((await site.as('coordinator')).user.loginName).toBe('coordinator')
  })
})
