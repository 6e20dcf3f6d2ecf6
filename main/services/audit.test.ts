import { hash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CivilDate, PartialDate } from '#shared/core/civil-date.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'

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
      ...{ total: entries.length, clockFindings: 0, anchoredBySignatures: 0, restores: [], next: null },
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

  it('[A5] is read by field and from its newest entry backwards, with what there is to filter by', async () => {
    const { patient } = await register('S-001')
    await site.api.facts.record({
      patientId: patient.id,
      facts: [
        { content: { kind: 'pregnancy_test', on: PartialDate.parse('2026-11-20'), result: 'negative' } },
      ],
    })
    const charted = await site.api.audit.list({ field: 'facts.' })
    expect(charted.map(({ action }) => action)).toEqual(['fact.record'])
    const newest = await site.api.audit.list({ newestFirst: true, limit: 2 })
    expect(newest.map(({ action }) => action)).toEqual(['fact.record', 'patient.register'])
    const before = await site.api.audit.list({ newestFirst: true, beforeSeq: newest[1]?.seq ?? 0, limit: 1 })
    expect(before[0]?.seq).toBe((newest[1]?.seq ?? 0) - 1)
    const overview = await site.api.audit.overview({ subject: { kind: 'patient', id: patient.id } })
    expect(overview).toMatchObject({ entries: 2, reviews: [] })
    expect(overview.actions).toContain('site.create')
  })

  it('[A5] is reviewed by a monitor, and the review is an entry', async () => {
    await register('S-001')
    await site.addUser('monitor')
    const { user } = await site.as('monitor')
    const { seq } = await site.api.audit.review({
      ...{ filter: { action: 'patient.register' }, seq: 5, note: 'all have a consent' },
    })
    const { reviews } = await site.api.audit.overview({})
    expect(reviews).toMatchObject([{ seq, userId: user.id, note: 'all have a consent' }])
    const beyond = site.api.audit.review({ filter: {}, seq: 9999, note: 'nothing' })
    expect(await failureOf(beyond)).toMatchObject({ code: 'invalid_input' })
  })

  it('[A5] is exported by a monitor as lines that anybody can chain again; a full name keeps its hash back', async () => {
    await site.api.patients.register({
      ...{ screeningNumber: 'S-001', initials: 'WXM', sex: 'male', fullName: '王小明' },
    })
    await register('S-002')
    await site.addUser('monitor')
    await site.as('monitor')
    const exported = await site.api.audit.export({})
    expect(exported.text).not.toContain('王小明')
    const lines = exported.text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Line)
    expect(lines).toHaveLength(exported.entries)
    const hidden = lines.find(({ withheld }) => withheld !== undefined)
    const after = lines.find(({ seq }) => seq === (hidden?.seq ?? 0) + 1)
    expect([hidden?.hash, after?.previousHash]).toEqual([undefined, undefined])
    for (const { entry, previousHash, hash: chained } of lines) {
      if (previousHash === undefined || chained === undefined) continue
      expect(hash('sha256', `${previousHash}\n${entry}`)).toBe(chained)
    }
    const [entry] = await site.api.audit.list({ action: 'audit.export' })
    expect(entry?.newValue).toMatchObject({ entries: lines.length, sha256: exported.sha256 })
  })

  it('[A3] is verified in parts that together say the same, and finds an entry where it lies', async () => {
    for (let count = 0; count < 20; count += 1) await register(`S-${count}`)
    const whole = await site.api.audit.verify({})
    let entries = 0
    let from: NonNullable<typeof whole.next> | undefined
    do {
      const part = await site.api.audit.verify({ limit: 7, ...(from && { from }) })
      expect(part.problems).toEqual([])
      entries += part.entries
      from = part.next ?? undefined
      if (from === undefined) expect(part.head).toBe(whole.head)
    } while (from !== undefined)
    expect([entries, whole.total]).toEqual([whole.entries, whole.entries])
    const wrong = Sha256.parse('0'.repeat(64))
    const part = await site.api.audit.verify({ from: { seq: 3, hash: wrong }, limit: 1 })
    expect(part.problems).toEqual([{ seq: 4, problem: 'chain_broken' }])
  })

  it('[A3] verifies as whole again once a finding was acknowledged, with its reason, by a principal investigator', async () => {
    await site.api.session.lock({})
    rmSync(join(site.directory, 'trail-anchor.json'))
    await site.as('chen')
    const { problems } = await site.api.audit.verify({})
    expect(problems).toMatchObject([{ problem: 'trail_anchor_missing' }])
    const seq = problems[0]?.seq ?? 0
    await site.addUser('monitor')
    await site.as('monitor')
    const reason = 'the file was left out of a copy'
    expect(await failureOf(site.api.audit.acknowledge({ seq, reason }))).toMatchObject({
      code: 'not_permitted',
    })
    await site.as('chen')
    await site.api.audit.acknowledge({ seq, reason })
    expect((await site.api.audit.verify({})).problems).toEqual([])
    expect(await failureOf(site.api.audit.acknowledge({ seq, reason }))).toMatchObject({ code: 'not_found' })
  })
})

interface Line {
  readonly seq: number
  readonly entry: string
  readonly previousHash?: string
  readonly hash?: string
  readonly withheld?: string
}
