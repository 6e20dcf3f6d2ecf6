import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FactContent, type FactContentOf } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { SignatureId } from '#shared/core/ids.ts'
import { addSigner, chart, eligibleContents, PROTOCOL, sign } from '#test/support/decided-site.ts'
import { PASSWORD } from '#test/support/engine.ts'
import { event, type JudgedSite, judgementOf, record, startJudgedSite } from '#test/support/judged-site.ts'
import { tamperSignatures } from '#test/support/tamper.ts'

// Each test draws and signs documents.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let site: JudgedSite
let id: SignatureId
beforeEach(async () => {
  site = await startJudgedSite()
  id = (await sign(site, site.causality)).id
  site.clock.advance(3600)
})
afterEach(() => site.dispose())

const standing = async () => (await site.api.signatures.get({ id })).summary
const changes = async () => (await standing()).notCurrent?.why.changes
const signAgain = async () => {
  id = (await sign(site, site.causality)).id
}
const chartNow = (...contents: readonly unknown[]) => record(site, site.patientId, ...contents)
const factsNow = () => site.api.facts.list({ patientId: site.patientId })

const alt = (on: string, value: string) => ({
  ...{ kind: 'laboratory', on, loinc: '1742-6', value, unit: 'U/L', range: { high: '40' } },
})

type Revisions = { readonly [K in FactContent['kind']]?: (content: FactContentOf<K>) => object }

/** What is said otherwise of each kind. */
const revisions: Revisions = {
  adverse_event: () => ({ grades: [{ grade: 4, from: '2026-11-28' }] }),
  causality: () => ({ ground: 'thought over' }),
  dose: () => ({ from: '2026-11-22T10:45:00+08:00' }),
  laboratory: ({ value }) => ({ value: `${Number(value) + 1}` }),
  concomitant_medication: () => ({ dose: '300 mg' }),
}

/** The same statement with something else said. */
function revised(content: FactContent): FactContent {
  const revision = revisions[content.kind] as ((content: FactContent) => object) | undefined
  if (revision === undefined) throw new Error(`nothing to revise in ${content.kind}`)
  return FactContent.parse({ ...content, ...revision(content) })
}

describe('[E6] a judgement of causality no longer covers current data', () => {
  it('after any fact that it used was corrected: the event, the judgement, a dose, a value, a medicine', async () => {
    const { record: kept } = await site.api.signatures.get({ id })
    if (kept?.subject.kind !== 'causality') throw new Error('no judgement')
    const used = [kept.subject.event, kept.subject.judgement, ...kept.subject.facts]
    expect(used.map(({ content }) => content.kind)).toEqual([
      ...['adverse_event', 'causality', 'dose', 'laboratory', 'laboratory', 'laboratory'],
      'concomitant_medication',
    ])
    for (const { id: factId, content: was } of used) {
      const now = revised(was)
      const fix = { factId, expectedVersion: 1, content: now, reason: 'seen in the source' }
      await site.api.facts.correct(fix)
      expect(await standing()).toMatchObject({
        status: 'not_current',
        notCurrent: { why: { verdict: null } },
      })
      expect(await changes()).toEqual([{ item: 'fact', fact: factId, was, now }])
      await signAgain()
    }
  })

  it('in the same transaction, and the trail of the patient says it with the correction', async () => {
    const { content } = (await factsNow()).find(fact => fact.id === site.event) as Fact
    const fix = { factId: site.event, content: revised(content), reason: 'seen in the source' }
    await expect(site.api.facts.correct({ ...fix, expectedVersion: 7 })).rejects.toThrow()
    expect((await standing()).status).toBe('current')
    await site.api.facts.correct({ ...fix, expectedVersion: 1 })
    const [corrected] = await site.api.audit.list({ action: 'fact.correct' })
    const [marked] = await site.api.audit.list({ action: 'signature.not_current' })
    expect(marked).toMatchObject({
      ...{ seq: (corrected?.seq ?? 0) + 1, field: `signatures.${id}` },
      subject: { kind: 'patient', id: site.patientId },
    })
    const { verification, record: kept } = await site.api.signatures.get({ id })
    expect([verification.holds, kept?.subject.kind]).toEqual([true, 'causality'])
  })

  it('after something was entered late that would have stood beside it', async () => {
    const late: readonly (readonly [string, unknown])[] = [
      ['a higher value around onset', alt('2026-11-27', '400')],
      ['a medicine taken then', { kind: 'concomitant_medication', from: '2026-11-25', name: 'paracetamol' }],
      ['an episode before the dose', { ...event, from: '2026-05-02', action: undefined }],
      ['the signer’s own later judgement', { ...judgementOf(site.event), product: 'undetermined' }],
    ]
    for (const [what, content] of late) {
      const [fact] = await chartNow(content)
      expect(await changes(), what).toContainEqual(
        expect.objectContaining({ item: 'fact', fact, was: null, now: FactContent.parse(content) }),
      )
      await signAgain()
    }
  })

  it('after its event, its judgement or its patient went; the work list then names no event that is gone', async () => {
    const kinds = async () => (await site.api.signatures.workList({})).map(({ kind }) => kind)
    await site.api.facts.retract({ factId: site.judgement, expectedVersion: 1, reason: 'hasty' })
    expect(await changes()).toMatchObject([{ fact: site.judgement, now: null }])
    await chartNow(judgementOf(site.event))
    await signAgain()
    await site.api.facts.retract({ factId: site.event, expectedVersion: 1, reason: 'another patient’s' })
    expect(await changes()).toMatchObject([{ fact: site.event, was: { kind: 'adverse_event' }, now: null }])
    expect(await kinds()).not.toContain('review_again')
  })

  it('after a dose was entered late of somebody who was in no trial when it was signed', async () => {
    const contents = eligibleContents().filter(({ kind }) => kind !== 'consent')
    const patientId = await chart(site, contents)
    const [own] = await record(site, patientId, { ...event, from: '2026-11-29', grades: [] })
    if (own === undefined) throw new Error('nothing was charted')
    await record(site, patientId, judgementOf(own))
    const signed = await sign(site, { kind: 'causality', patientId, event: own })
    expect(signed.protocolId).toBeNull()
    id = signed.id
    await site.as('chen')
    expect((await standing()).status).toBe('current')
    const dose = { kind: 'dose', protocol: PROTOCOL, number: 1, from: '2026-11-25T10:30:00+08:00' }
    const second = { loginName: 'coordinator', password: PASSWORD }
    const content = FactContent.parse(dose)
    await site.api.facts.record({
      ...{ patientId, facts: [{ content }], override: { second, reason: 'found in the ward book' } },
    })
    expect(await changes()).toMatchObject([{ item: 'fact', was: null, now: dose }])
    expect((await site.api.signatures.get({ id })).verification.holds).toBe(true)
  })

  it('after the patient was removed', async () => {
    await site.api.patients.remove({ id: site.patientId, expectedVersion: 1, reason: 'entered twice' })
    expect(await changes()).toEqual([{ item: 'candidate', field: 'removed', was: null, now: 'true' }])
  })

  it('after the site chose otherwise what values are measured against', async () => {
    const enter = (expectedVersion: number, withinDays: number) =>
      site.api.conduct.enterCharting({
        ...{ protocolId: PROTOCOL, expectedVersion, ...(expectedVersion > 0 && { reason: 'amended' }) },
        content: {
          ...{ schema: 'lobule.charting/1', protocol: PROTOCOL, variation: [] },
          ...{ baseline: { rule: 'last', withinDays }, inputDays: 3 },
        },
      })
    await enter(0, 30)
    expect(await changes()).toMatchObject([
      { was: null, now: { loinc: '1742-6', value: '60' } },
      { was: null, now: { loinc: '14631-6', value: '30' } },
    ])
    await signAgain()
    expect((await site.api.signatures.get({ id })).record?.subject).toMatchObject({
      context: { liver: { mdish: { alt: 4, bilirubin: expect.closeTo(1.667, 3) as unknown } } },
    })
    await enter(1, 60)
    expect((await standing()).status).toBe('current')
  })

  it('under a version of Lobule that computes by other rules', async () => {
    await tamperSignatures(site, raw =>
      raw
        .prepare('UPDATE signatures SET record = replace(record, ?, ?) WHERE signature_id = ?')
        .run('lobule.causality/1', 'lobule.causality/0', id),
    )
    expect(await changes()).toEqual([
      { item: 'protocol', was: 'lobule.causality/0', now: 'lobule.causality/1' },
    ])
  })
})

const day = (from: number, to: number, start: string) =>
  fc.integer({ min: from, max: to }).map(days => {
    return new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10)
  })

/** What nothing beside the form on causality shows: each with the days on which it does not matter. */
const unrelated = fc.oneof(
  fc
    .record({ on: day(0, 31, '2026-10-30'), value: fc.integer({ min: 1, max: 239 }) })
    .map(({ on, value }) => {
      return alt(on, `${value}`)
    }),
  fc.record({ on: day(0, 400, '2025-09-01') }).map(({ on }) => alt(on, '900')),
  day(0, 30, '2026-10-30').map(on => ({ kind: 'body_weight', on, kg: '61' })),
  day(0, 30, '2026-10-30').map(on => ({ kind: 'contact', on })),
  day(0, 300, '2025-09-01').map(to => ({ kind: 'concomitant_medication', from: to, to, name: 'lactulose' })),
  day(0, 3, '2026-11-29').map(from => ({ kind: 'concomitant_medication', from, name: 'lactulose' })),
  day(0, 60, '2026-10-01').map(from => ({ ...event, from, term: 'headache', ctcae: 'headache', grades: [] })),
  day(0, 5, '2026-11-29').map(from => ({ ...event, from, grades: [] })),
  day(0, 60, '2026-10-01').map(from => ({ kind: 'upper_gi_bleeding', from })),
  day(0, 7, '2026-12-01').map(on => alt(on, '999')),
)

describe('[E6] a judgement of causality still covers current data', () => {
  it('after whatever it did not use, in any order', async () => {
    site.clock.advance(8 * 86_400)
    await fc.assert(
      fc.asyncProperty(fc.array(unrelated, { minLength: 1, maxLength: 3 }), async contents => {
        await chartNow(...contents)
        expect((await standing()).status).toBe('current')
      }),
      { numRuns: 40 },
    )
    const marked = await site.api.audit.list({ action: 'signature.not_current' })
    expect(marked.map(({ field }) => field)).not.toContain(`signatures.${id}`)
  })

  it('after a later dose, another’s judgement, a report to the sponsor, and what happened to another patient', async () => {
    const other = await chart(site, eligibleContents())
    await record(site, other, { ...event, from: '2026-11-20' })
    await chartNow({
      ...{ kind: 'safety_report', on: '2026-11-30T10:30:00+08:00', event: site.event, to: 'sponsor' },
      ...{ stage: 'initial', recipient: 'sponsor', how: 'e-mail', sent: { sha256: 'a'.repeat(64) } },
    })
    site.clock.advance(40 * 86_400)
    const dose = { kind: 'dose', protocol: PROTOCOL, number: 2, from: '2027-01-05T10:30:00+08:00' }
    const second = { loginName: 'coordinator', password: PASSWORD }
    await site.api.facts.record({
      patientId: site.patientId,
      facts: [{ content: FactContent.parse(dose) }],
      override: { second, reason: 'no schedule yet' },
    })
    await addSigner(site)
    await chartNow({ ...judgementOf(site.event), product: 'not_related' })
    await site.as('chen')
    expect((await standing()).status).toBe('current')
  })
})
