import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { secondProcess } from '#test/support/second-process.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const actions = async (api: TestSite['api']) =>
  (await api.audit.list({})).map(({ action, userId }) => ({ action, userId }))

describe('unlocking', () => {
  it('[A1] opens for the right password and says so in the trail', async () => {
    await site.api.session.lock({})
    const opened = await site.api.session.unlock({ loginName: ' Chen ', password: PASSWORD })
    expect(opened).toMatchObject({ user: { id: site.user.id }, failedAttempts: 0, findings: [] })
    expect((await actions(site.api)).slice(-2)).toEqual([
      expect.objectContaining({ action: 'security_log.folded' }),
      { action: 'session.unlock', userId: site.user.id },
    ])
  })

  it('[S2] refuses a wrong password, tells it from damage, and leaves the database as it was', async () => {
    await site.api.session.lock({})
    const file = join(site.directory, 'lobule.db')
    const before = readFileSync(file)
    const refused = await failureOf(site.api.session.unlock({ loginName: 'chen', password: 'wrong' }))
    expect(refused).toEqual({ code: 'wrong_password', retryAfterSeconds: 0 })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(await site.api.site.status({})).toEqual({ state: 'locked' })
  })

  it('[S2] calls a store that does not open after a good password damaged, and does not count it as a failure', async () => {
    await site.api.session.lock({})
    const file = join(site.directory, 'lobule.db')
    const whole = readFileSync(file)
    const broken = Buffer.from(whole)
    broken[5000] = (broken[5000] ?? 0) ^ 1
    writeFileSync(file, broken)
    const refused = await failureOf(site.api.session.unlock({ loginName: 'chen', password: PASSWORD }))
    expect(refused).toEqual({ code: 'store_damaged', part: 'database' })
    expect(readFileSync(file).equals(broken)).toBe(true)
    writeFileSync(file, whole)
    const opened = await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(opened.failedAttempts).toBe(0)
    expect(await actions(site.api)).toContainEqual({ action: 'security.store_damaged', userId: null })
  })

  it.each(['database', 'keyring'] as const)('[S2] names a missing %s and makes no new one', async part => {
    await site.api.session.lock({})
    rmSync(join(site.directory, part === 'database' ? 'lobule.db' : 'keyring.json'))
    const refused = await failureOf(site.api.session.unlock({ loginName: 'chen', password: PASSWORD }))
    expect(refused).toEqual({ code: 'store_missing', part })
    expect(await site.api.site.status({})).toEqual({ state: 'incomplete', missing: part })
  })

  it('[U3] makes a guesser wait, across restarts, and shows the failures at the next good login', async () => {
    await site.api.session.lock({})
    const guess = () => failureOf(site.api.session.unlock({ loginName: 'chen', password: 'guess' }))
    for (let count = 1; count <= 3; count += 1) await guess()
    expect(await guess()).toEqual({ code: 'wrong_password', retryAfterSeconds: 5 })
    expect(await guess()).toEqual({ code: 'too_many_attempts', retryAfterSeconds: 5 })
    site.restart()
    const early = await failureOf(site.api.session.unlock({ loginName: 'chen', password: PASSWORD }))
    expect(early).toEqual({ code: 'too_many_attempts', retryAfterSeconds: 5 })
    site.clock.advance(5)
    expect(await guess()).toEqual({ code: 'wrong_password', retryAfterSeconds: 15 })
    site.clock.advance(15)
    const opened = await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(opened.failedAttempts).toBe(5)
    const trail = await actions(site.api)
    expect(trail.filter(({ action }) => action === 'security.unlock_failed')).toHaveLength(5)
    expect(trail.filter(({ action }) => action === 'security.unlock_delayed')).toHaveLength(2)
  })

  it('[U3] makes guessers at once wait as one does: an attempt counts before its key is derived', async () => {
    await site.api.session.lock({})
    const processes = Array.from({ length: 8 }, () => secondProcess(site))
    const guesses = processes.map(({ api }) =>
      failureOf(api.session.unlock({ loginName: 'chen', password: 'x' })),
    )
    const codes = (await Promise.all(guesses)).map(failure => (failure as { code: string }).code)
    expect(codes.filter(code => code === 'wrong_password')).toHaveLength(4)
    expect(codes.filter(code => code === 'too_many_attempts')).toHaveLength(4)
    for (const { close } of processes) await close()
  })

  it('[U3] answers an unknown login name as it answers a wrong password, and writes it nowhere', async () => {
    await site.api.session.lock({})
    const typed = 'my-secret-typed-here'
    const refused = await failureOf(site.api.session.unlock({ loginName: typed, password: 'x' }))
    expect(refused).toEqual({ code: 'wrong_password', retryAfterSeconds: 0 })
    for (const file of ['security.log', 'attempts.json']) {
      expect(readFileSync(join(site.directory, file), 'utf8')).not.toContain(typed)
    }
  })

  it('[U3] reports a security log that was altered while the store was locked', async () => {
    await site.api.session.lock({})
    await failureOf(site.api.session.unlock({ loginName: 'chen', password: 'guess' }))
    const file = join(site.directory, 'security.log')
    writeFileSync(file, readFileSync(file, 'utf8').replace('unlock_failed', 'unlock_delayed'))
    const opened = await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(opened.findings).toContain('security_log_altered')
    await site.as('chen')
    expect((await site.api.audit.verify({})).problems).toMatchObject([{ problem: 'security_log_altered' }])
  })

  it('[A3] reports an older database that was put back', async () => {
    await site.api.session.lock({})
    const file = join(site.directory, 'lobule.db')
    const old = readFileSync(file)
    await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    await site.api.session.lock({})
    writeFileSync(file, old)
    const opened = await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(opened.findings).toContain('trail_does_not_match_anchor')
    const [entry] = await site.api.audit.list({ action: 'trail.trail_does_not_match_anchor' })
    // Each opening writes a new anchor; what was found stays a problem all the same.
    await site.as('chen')
    expect((await site.api.audit.verify({})).problems).toEqual([
      { seq: entry?.seq, problem: 'trail_does_not_match_anchor' },
    ])
  })

  it('[A3] reports a missing anchor', async () => {
    await site.api.session.lock({})
    rmSync(join(site.directory, 'trail-anchor.json'))
    const opened = await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(opened.findings).toEqual(['trail_anchor_missing'])
    await site.as('chen')
    expect((await site.api.audit.verify({})).problems).toMatchObject([{ problem: 'trail_anchor_missing' }])
  })

  it('[A6] flags a clock that was moved back', async () => {
    await site.api.session.lock({})
    site.clock.advance(-3600)
    const opened = await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(opened.findings).toEqual(['clock_moved_back'])
    const entries = await site.api.audit.list({})
    expect(entries.some(({ clock }) => clock?.movedBackSeconds === 3600)).toBe(true)
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
  })

  it('refuses a second opening', async () => {
    const refused = await failureOf(site.api.session.unlock({ loginName: 'chen', password: PASSWORD }))
    expect(refused).toMatchObject({ code: 'unavailable' })
  })
})

describe('locking', () => {
  it('[S2] answers every call but the open ones with locked, and notes the attempt', async () => {
    site.lock()
    expect(await failureOf(site.api.patients.list({}))).toEqual({ code: 'locked' })
    expect(await failureOf(site.api.session.current({}))).toEqual({ code: 'locked' })
    expect(await site.api.site.status({})).toEqual({ state: 'locked' })
    expect(await site.api.session.lock({})).toEqual({})
    await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    const [entry] = await site.api.audit.list({ action: 'security.call_while_locked' })
    expect(entry?.newValue).toMatchObject({ count: 1 })
  })

  it('[A1] says in the trail who was locked out and by what', async () => {
    site.lock()
    await site.as('chen')
    const entries = await site.api.audit.list({ action: 'session.lock' })
    expect(entries.map(({ userId, newValue }) => ({ userId, newValue }))).toEqual([
      { userId: site.user.id, newValue: { cause: 'suspend' } },
    ])
  })

  it('wins over a call that waits for a key derivation: nothing is written behind the lock', async () => {
    const adding = failureOf(site.addUser('coordinator'))
    await Promise.resolve()
    site.lock()
    expect(await adding).toEqual({ code: 'locked' })
    await site.as('chen')
    expect(await site.api.users.list({})).toHaveLength(1)
  })
})

describe('passwords', () => {
  it('[A1] changes a password: the old one opens nothing from then on, and the trail holds neither', async () => {
    const newPassword = 'another long password'
    await site.api.session.changePassword({ currentPassword: PASSWORD, newPassword })
    const trail = await site.api.audit.list({ action: 'user.change_password' })
    expect(trail).toHaveLength(1)
    for (const secret of [PASSWORD, newPassword]) expect(JSON.stringify(trail)).not.toContain(secret)
    await site.api.session.lock({})
    expect(await failureOf(site.api.session.unlock({ loginName: 'chen', password: PASSWORD }))).toMatchObject(
      {
        code: 'wrong_password',
      },
    )
    await site.api.session.unlock({ loginName: 'chen', password: newPassword })
  })

  it('[U3] does not change a password for somebody who does not know it, and counts the attempt', async () => {
    const change = () =>
      failureOf(site.api.session.changePassword({ currentPassword: 'guess', newPassword: 'x'.repeat(12) }))
    for (let count = 1; count <= 4; count += 1)
      expect(await change()).toMatchObject({ code: 'wrong_password' })
    expect(await change()).toMatchObject({ code: 'too_many_attempts' })
    const entries = await site.api.audit.list({ action: 'user.change_password_refused' })
    expect(entries.map(({ userId, newValue }) => ({ userId, newValue }))).toEqual([
      ...Array.from({ length: 4 }, () => ({ userId: site.user.id, newValue: { code: 'wrong_password' } })),
      { userId: site.user.id, newValue: { code: 'too_many_attempts' } },
    ])
  })

  it('[U3] counts no change with the right password, and forgets no failure over it', async () => {
    await failureOf(site.api.session.changePassword({ currentPassword: 'guess', newPassword: PASSWORD }))
    const chain = [PASSWORD, ...Array.from({ length: 5 }, (_, count) => `${PASSWORD} ${count}`), PASSWORD]
    for (const [count, newPassword] of chain.slice(1).entries()) {
      await site.api.session.changePassword({ currentPassword: chain[count] ?? '', newPassword })
    }
    expect((await site.as('chen')).failedAttempts).toBe(1)
  })

  it('asks for twelve characters and nothing else', async () => {
    const short = site.api.session.changePassword({ currentPassword: PASSWORD, newPassword: 'x'.repeat(11) })
    expect(await failureOf(short)).toEqual({
      code: 'invalid_input',
      issues: [{ path: 'newPassword', message: 'at least 12 characters' }],
    })
  })
})

describe('the recovery key', () => {
  const recover = (recoveryKey: string, loginName = 'chen') =>
    site.api.session.unlockWithRecovery({ recoveryKey, loginName, newPassword: 'set after recovery' })

  it('[B3] opens the store, sets a new password, and its use is in the trail', async () => {
    await site.api.session.lock({})
    const opened = await recover(site.recoveryKey.toLowerCase().replaceAll('-', ' '))
    expect(opened.user.id).toBe(site.user.id)
    expect((await actions(site.api)).map(({ action }) => action)).toContain('session.unlock_with_recovery')
    await site.api.session.lock({})
    await site.api.session.unlock({ loginName: 'chen', password: 'set after recovery' })
  })

  it('[B3] says that it was mistyped before trying it', async () => {
    await site.api.session.lock({})
    const mistyped = site.recoveryKey.startsWith('7')
      ? `8${site.recoveryKey.slice(1)}`
      : `7${site.recoveryKey.slice(1)}`
    expect(await failureOf(recover(mistyped))).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'recoveryKey' }],
    })
  })

  it('[B3] of another store opens nothing and makes the guesser wait', async () => {
    const other = await startSite()
    other.dispose()
    await site.api.session.lock({})
    for (let count = 1; count <= 4; count += 1) {
      expect(await failureOf(recover(other.recoveryKey))).toMatchObject({ code: 'wrong_password' })
    }
    expect(await failureOf(recover(site.recoveryKey))).toMatchObject({ code: 'too_many_attempts' })
  })

  it('lets in only a user that there is', async () => {
    await site.api.session.lock({})
    expect(await failureOf(recover(site.recoveryKey, 'nobody'))).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'loginName' }],
    })
    expect(await site.api.site.status({})).toEqual({ state: 'locked' })
    await site.as('chen')
    const [entry] = await site.api.audit.list({ action: 'security.recovery_login_refused' })
    expect(entry?.newValue).toEqual({ at: '2026-11-22T02:00:00.000Z' })
    expect(readFileSync(join(site.directory, 'security.log'), 'utf8')).not.toContain('nobody')
  })
})
