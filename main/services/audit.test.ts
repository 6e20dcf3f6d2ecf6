import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const register = (screeningNumber: string) =>
  site.api.patients.register({ screeningNumber, initials: 'WXM', sex: 'male' })

describe('the audit trail', () => {
  it('[A3] verifies as whole, with its number of entries and its head', async () => {
    await register('S-001')
    const entries = await site.api.audit.list({})
    expect(await site.api.audit.verify({})).toEqual({
      ...{ total: entries.length, clockFindings: 0, anchoredBySignatures: 0, next: null },
      entries: entries.length,
      head: entries.at(-1)?.hash,
      problems: [],
    })
  })

  it('[A3] names a missing and a forged anchor', async () => {
    const anchor = join(site.directory, 'trail-anchor.json')
    writeFileSync(anchor, '{}')
    expect((await site.api.audit.verify({})).problems).toEqual([{ seq: 0, problem: 'anchor_forged' }])
    rmSync(anchor)
    expect((await site.api.audit.verify({})).problems).toEqual([{ seq: 0, problem: 'anchor_missing' }])
  })

  it('[A3] is anchored outside the database after every hundred entries, not only at the lock', async () => {
    for (let count = 0; count < 100; count += 1) await register(`S-${count}`)
    const anchor = join(site.directory, 'trail-anchor.json')
    expect((await site.api.audit.verify({})).problems).toEqual([])
    expect(JSON.parse(readFileSync(anchor, 'utf8'))).toMatchObject({ seq: 100 })
  })

  it('[A5] is read by patient, by user, by action, by day and page by page', async () => {
    const { patient } = await register('S-001')
    site.clock.set('2026-11-23T00:00:00.000Z')
    await register('S-002')
    const list = async (filter: Parameters<typeof site.api.audit.list>[0]) =>
      (await site.api.audit.list(filter)).map(({ seq }) => seq)
    expect(await list({ subject: { kind: 'patient', id: patient.id } })).toEqual([5])
    expect(await list({ action: 'patient.register' })).toEqual([5, 6])
    expect(await list({ from: CivilDate.parse('2026-11-23') })).toEqual([6])
    expect(await list({ to: CivilDate.parse('2026-11-22'), afterSeq: 1, limit: 2 })).toEqual([2, 3])
    expect(await list({ userId: site.user.id, subject: { kind: 'site' } })).toEqual([1])
  })

  it('[U2] hides a full name without its hash, by which a guessed name could be confirmed', async () => {
    const { patient } = await site.api.patients.register({
      ...{ screeningNumber: 'S-001', initials: 'WXM', sex: 'male', fullName: '王小明' },
    })
    const named = async () => {
      const entries = await site.api.audit.list({ subject: { kind: 'patient', id: patient.id } })
      return entries.find(({ field }) => field === 'fullName')
    }
    await site.addUser('monitor')
    await site.api.users.grantIdentity({ userId: site.user.id, granted: true, reason: 'runs the site' })
    const whole = await named()
    expect(whole?.newValue).toBe('王小明')
    expect(whole?.hash).toMatch(/^[0-9a-f]{64}$/)
    await site.as('monitor')
    const entry = await named()
    expect(entry).toMatchObject({ action: 'patient.register' })
    for (const hidden of ['oldValue', 'newValue', 'hash']) expect(entry).not.toHaveProperty(hidden)
  })

  it('[A6] counts on when the clock is moved back, and flags it', async () => {
    await register('S-001')
    site.clock.advance(-120)
    await register('S-002')
    const [, entry] = await site.api.audit.list({ action: 'patient.register' })
    expect(entry).toMatchObject({ seq: 6, clock: { movedBackSeconds: 120 } })
  })
})
