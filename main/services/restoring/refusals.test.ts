import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backupBeside } from '#test/support/backup-of.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'
import {
  BY_CHEN,
  backupFile,
  foundSource,
  homeOf,
  numbers,
  planOf,
  register,
  unlock,
  withLaterWork,
} from '#test/support/restoring.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

describe('a restore is refused', () => {
  it('while somebody works with the store', async () => {
    await backupBeside(site)
    expect(await failureOf(planOf(site))).toMatchObject({ code: 'unavailable' })
  })

  it('with a wrong password, which counts and is logged as at the door', async () => {
    await withLaterWork(site)
    const source = await foundSource(site)
    const proof = { ...BY_CHEN, password: 'not the password' }
    const wrong = () => failureOf(site.api.restoring.prepare({ source, proof }))
    for (let attempt = 1; attempt <= 3; attempt += 1)
      expect(await wrong()).toMatchObject({ code: 'wrong_password' })
    expect(await wrong()).toMatchObject({ code: 'wrong_password', retryAfterSeconds: 5 })
    expect(await failureOf(planOf(site, source))).toMatchObject({ code: 'too_many_attempts' })
    site.clock.advance(6)
    expect((await unlock(site)).failedAttempts).toBe(4)
    expect(await site.api.audit.list({ action: 'security.unlock_failed' })).toHaveLength(4)
  })

  it('with the recovery key of another store', async () => {
    await withLaterWork(site)
    const other = await startSite()
    const proof = { by: 'recovery_key', recoveryKey: other.recoveryKey } as const
    other.dispose()
    const refused = site.api.restoring.prepare({ source: await foundSource(site), proof })
    expect(await failureOf(refused)).toMatchObject({ code: 'wrong_password' })
  })

  it('where the store was worked with after it was compared', async () => {
    await withLaterWork(site)
    const { id } = await planOf(site)
    await unlock(site)
    await register(site, 'S-003')
    await site.api.session.lock({})
    expect(await failureOf(site.api.restoring.perform({ id }))).toEqual({ code: 'changed_since_shown' })
    await unlock(site)
    expect(await numbers(site)).toEqual(['S-001', 'S-002', 'S-003'])
  })

  it('after a restart: it has to be proven again', async () => {
    await withLaterWork(site)
    const { id } = await planOf(site)
    site.restart()
    expect(await failureOf(site.api.restoring.perform({ id }))).toMatchObject({ code: 'not_found' })
  })

  it('for a file that was not offered', async () => {
    await withLaterWork(site)
    const refused = planOf(site, { kind: 'found', id: '../../etc/passwd' })
    expect(await failureOf(refused)).toMatchObject({ code: 'not_found' })
  })

  it('[S2] where one byte of the backup is another, with nothing left behind', async () => {
    await withLaterWork(site)
    const file = backupFile(site)
    const whole = readFileSync(file)
    const before = homeOf(site)
    for (const at of [40, 5000, whole.length >> 1]) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(file, bytes)
      expect(await failureOf(planOf(site)), `byte ${at}`).toMatchObject({ code: 'invalid_file' })
      expect(homeOf(site)).toEqual(before)
    }
    expect(site.failures).toEqual([])
  })
})
