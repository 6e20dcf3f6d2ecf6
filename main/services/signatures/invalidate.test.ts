import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PartialDate } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { SignatureId } from '#shared/core/ids.ts'
import {
  chart,
  type DecidedSite,
  eligibleContents,
  PROTOCOL,
  sign,
  startDecidedSite,
} from '#test/support/decided-site.ts'
import { firstChoices, nct05106972 } from '#test/support/protocols.ts'
import { sampleFile } from '#test/support/sample-file.ts'

// Each test draws and signs documents.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: DecidedSite
let id: SignatureId
beforeEach(async () => {
  site = await startDecidedSite()
  id = (await sign(site, site.request)).id
  site.clock.advance(3600)
})
afterEach(() => site.dispose())

const bleeding = {
  ...{ kind: 'upper_gi_bleeding', from: '2026-11-01', to: '2026-11-03', clinicallySignificant: 'yes' },
}

const standing = async (signature = id) => (await site.api.signatures.get({ id: signature })).summary

const charted = async (kind: FactContent['kind']): Promise<Fact> => {
  const found = (await site.api.facts.list({ patientId: site.patientId })).find(
    ({ content }) => content.kind === kind,
  )
  if (found === undefined) throw new Error(`no ${kind}`)
  return found
}

const record = (...contents: unknown[]) =>
  site.api.facts.record({
    patientId: site.patientId,
    facts: contents.map(content => ({ content: FactContent.parse(content) })),
  })

describe('[E6] a decision no longer covers current data', () => {
  it('after a used fact was corrected: with both values, and whether the verdict flipped', async () => {
    const { id: factId, content } = await charted('judgement')
    if (content.kind !== 'judgement') throw new Error('another kind')
    const now = { ...content, answer: 'yes' as const, ground: 'lives abroad' }
    await site.api.facts.correct({ factId, expectedVersion: 1, content: now, reason: 'heard today' })
    const { status, notCurrent } = await standing()
    expect(status).toBe('not_current')
    expect(notCurrent?.at).toBe('2026-11-22T11:00:00.000+08:00')
    expect(notCurrent?.why).toMatchObject({
      verdict: { was: 'eligible', now: 'ineligible' },
      changes: [
        { item: 'fact', fact: factId, was: content, now },
        { item: 'outcome', was: 'satisfied', now: 'violated' },
      ],
    })
    const [entry] = await site.api.audit.list({ action: 'signature.not_current' })
    expect(entry).toMatchObject({
      subject: { kind: 'patient', id: site.patientId },
      newValue: notCurrent?.why,
    })
    const [corrected] = await site.api.audit.list({ action: 'fact.correct' })
    expect(entry?.seq).toBe((corrected?.seq ?? 0) + 1)
  })

  it('after a used fact was corrected without changing any outcome', async () => {
    const { id: factId, content } = await charted('transplant_assessment')
    await site.api.facts.correct({
      ...{ factId, expectedVersion: 1, reason: 'report found' },
      content: { ...content, on: PartialDate.parse('2026-11-19') } as FactContent,
    })
    const { notCurrent } = await standing()
    expect(notCurrent?.why.verdict).toEqual({ was: 'eligible', now: 'eligible' })
    expect(notCurrent?.why.changes).toMatchObject([{ item: 'fact', fact: factId, now: { on: '2026-11-19' } }])
  })

  it('after a used fact was retracted', async () => {
    const { id: factId, content } = await charted('pregnancy_test')
    await site.api.facts.retract({ factId, expectedVersion: 1, reason: 'another patient’s' })
    const why = (await standing()).notCurrent?.why
    expect(why?.verdict).toEqual({ was: 'eligible', now: 'undetermined' })
    expect(why?.changes).toContainEqual({ item: 'fact', fact: factId, was: content, now: null })
  })

  it('after a bleeding was reported late that the same question would have used', async () => {
    await record(bleeding)
    const { status, notCurrent } = await standing()
    expect(status).toBe('not_current')
    expect(notCurrent?.why.verdict).toEqual({ was: 'eligible', now: 'ineligible' })
    expect(notCurrent?.why.changes).toContainEqual(
      expect.objectContaining({
        item: 'fact',
        was: null,
        now: bleeding,
      }),
    )
  })

  it('after the candidate’s birth date or sex was corrected, or the candidate was removed', async () => {
    const { patientId } = site
    await site.api.patients.amend({
      ...{ id: patientId, expectedVersion: 1, reason: 'seen in the passport' },
      changes: { birthDate: PartialDate.parse('1980-05-21') },
    })
    expect((await standing()).notCurrent?.why.changes).toEqual([
      { item: 'candidate', field: 'birthDate', was: '1980-05-20', now: '1980-05-21' },
    ])
    const other = await chart(site, eligibleContents())
    const second = await sign(site, { ...site.request, patientId: other })
    await site.api.patients.remove({ id: other, expectedVersion: 1, reason: 'entered twice' })
    expect((await standing(second.id)).notCurrent?.why).toMatchObject({ changes: [{ field: 'removed' }] })
  })

  it('after the registration was moved to a day that it does not cover', async () => {
    const amend = (expectedVersion: number, registrationDate: string | null) =>
      site.api.patients.amend({
        ...{ id: site.patientId, expectedVersion, reason: 'appointment' },
        changes: { registrationDate: registrationDate as never },
      })
    await amend(1, '2026-11-23')
    expect((await standing()).status).toBe('current')
    await amend(2, '2026-11-21')
    expect((await standing()).notCurrent?.why.changes).toEqual([
      { item: 'candidate', field: 'registrationDate', was: null, now: '2026-11-21' },
    ])
  })

  it('after a used reading was chosen otherwise; so is the signature under the readings', async () => {
    const [reading] = nct05106972.criteria.flatMap(() =>
      nct05106972.readings.filter(r => r.scope === 'eligibility'),
    )
    const other = reading?.alternatives[1]?.id
    if (reading === undefined || other === undefined) throw new Error('no reading')
    await site.api.protocols.chooseReadings({
      ...{ protocolId: PROTOCOL, expectedVersion: 1, reason: 'asked the sponsor' },
      readings: { ...firstChoices, [reading.id]: other },
    })
    const change = { item: 'reading', reading: reading.id, was: firstChoices[reading.id], now: other }
    expect((await standing()).notCurrent?.why.changes).toContainEqual(change)
    expect((await standing(site.configuration.id)).notCurrent?.why).toEqual({
      changes: [change],
      verdict: null,
    })
    expect((await site.api.signatures.workList({})).map(({ kind }) => kind)).toEqual([
      'configuration_not_signed',
      'review_again',
    ])
  })

  it('once: the first mark stays, and the record stays readable and verifiable', async () => {
    await record(bleeding)
    const first = (await standing()).notCurrent
    site.clock.advance(3600)
    await record({ ...bleeding, to: '2026-11-06' })
    const { summary, record: kept, verification } = await site.api.signatures.get({ id })
    expect(summary.notCurrent).toEqual(first)
    expect([kept?.subject.kind, verification.holds]).toEqual(['eligibility', true])
    expect((await site.api.documents.list({ patientId: site.patientId }))[0]?.revisions).toHaveLength(1)
  })

  it('in the same transaction: a change that is refused marks nothing', async () => {
    const { id: factId, content } = await charted('judgement')
    await expect(
      site.api.facts.correct({ factId, expectedVersion: 7, content, reason: 'late' }),
    ).rejects.toThrow()
    expect((await standing()).status).toBe('current')
  })
})

describe('[E6] a decision still covers current data', () => {
  it('after what it did not use: a later value, another kind, another patient, another protocol', async () => {
    site.clock.advance(5 * 86_400)
    await record(
      { kind: 'laboratory', on: '2026-11-27', loinc: '5902-2', value: '30.0', unit: 's', control: '12.5' },
      { kind: 'upper_gi_bleeding', from: '2026-11-26', to: '2026-11-26' },
      { kind: 'body_weight', on: '2026-11-20', kg: '60' },
      { kind: 'consent', on: '2026-11-21', protocol: 'NCT07413549', version: '1', status: 'refused' },
    )
    const other = await chart(site, eligibleContents())
    await site.api.patients.amend({
      ...{ id: other, expectedVersion: 1, reason: 'typed wrong' },
      changes: { sex: 'male' },
    })
    await site.api.patients.amend({
      ...{ id: site.patientId, expectedVersion: 1, reason: 'typed wrong' },
      changes: { initials: 'XM', contact: 'brother' },
    })
    await site.api.protocols.enterCriteria({
      ...{ protocolId: 'NCT07413549' as never, expectedVersion: 0, file: 'criteria.json' },
      text: sampleFile('nct07413549-training-criteria.json'),
    })
    expect((await standing()).status).toBe('current')
    expect((await standing(site.configuration.id)).status).toBe('current')
    expect(await site.api.audit.list({ action: 'signature.not_current' })).toEqual([])
  })

  it('after the enrolment that it is for', async () => {
    await record({ kind: 'enrolment', on: '2026-11-22', protocol: PROTOCOL, status: 'enrolled' })
    expect((await standing()).status).toBe('current')
  })

  it('after a later login, with the same definitions and rules', async () => {
    await site.as('chen')
    expect((await standing()).status).toBe('current')
  })
})
