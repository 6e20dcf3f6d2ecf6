import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CivilDate, PartialDate } from '#shared/core/civil-date.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import {
  addSigner,
  chart,
  type DecidedSite,
  eligibleContents,
  PROTOCOL,
  sign,
  startDecidedSite,
} from '#test/support/decided-site.ts'
import { failureOf, PASSWORD } from '#test/support/engine.ts'
import { tamperSignatures } from '#test/support/tamper.ts'

// Each test draws and signs documents.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: DecidedSite
beforeEach(async () => {
  site = await startDecidedSite()
})
afterEach(() => site.dispose())

const today = CivilDate.parse('2026-11-22')
const gate = (step: 'enrolment' | 'first_dose' = 'enrolment', on = today) =>
  site.api.enrolment.gate({ patientId: site.patientId, protocolId: PROTOCOL, step, on })

const enrolment = (
  status: 'enrolled' | 'dosed' | 'completed' | 'discontinued',
  on = '2026-11-22',
): FactContent => ({
  ...{ kind: 'enrolment', protocol: PROTOCOL, status, on: PartialDate.parse(on) },
})

const record = (content: FactContent, override?: { loginName: string; reason: string }) =>
  site.api.facts.record({
    patientId: site.patientId,
    facts: [{ content }],
    ...(override && {
      override: { second: { loginName: override.loginName, password: PASSWORD }, reason: override.reason },
    }),
  })

describe('[F1] the gate before enrolment and the first dose', () => {
  it('opens with a signed consent and a decision that covers the day', async () => {
    expect(await gate()).toEqual({ open: false, reasons: ['no_signature'], signature: null })
    const signed = await sign(site, site.request)
    expect(await gate()).toEqual({ open: true, reasons: [], signature: signed.id })
    expect((await gate('enrolment', CivilDate.parse('2026-11-21'))).reasons).toEqual(['no_signature'])
    const { to } = signed.decision?.covers ?? {}
    if (!to) throw new Error('an approval without an end')
    const after = CivilDate.parse(`${Number(to.slice(0, 4)) + 1}${to.slice(4)}`)
    expect((await gate('enrolment', after)).reasons).toEqual(['outside_days'])
  })

  it('is closed without consent, after it was withdrawn, and by a decision that failed or no longer holds', async () => {
    await sign(site, site.request)
    const consent = (status: 'refused' | 'withdrawn', on: string): FactContent => ({
      ...{ kind: 'consent', protocol: PROTOCOL, version: '1.0', status, on: PartialDate.parse(on) },
    })
    site.clock.advance(3 * 86_400)
    await record(consent('withdrawn', '2026-11-24'))
    expect(await gate()).toMatchObject({ open: true })
    expect(await gate('enrolment', CivilDate.parse('2026-11-24'))).toMatchObject({
      reasons: ['no_consent', 'no_longer_eligible'],
    })
    const facts = await site.api.facts.list({ patientId: site.patientId })
    const used = facts.find(({ content }) => content.kind === 'pregnancy_test')
    if (used === undefined) throw new Error('no test')
    await site.api.facts.retract({ factId: used.id, expectedVersion: 1, reason: 'not theirs' })
    expect((await gate()).reasons).toEqual(['signature_not_current'])
  })

  it('is closed where the record has come to exclude the day, and named in the work list', async () => {
    const signed = await sign(site, site.request)
    site.clock.advance(3 * 86_400)
    await record({
      kind: 'transplant_assessment',
      ...{ on: PartialDate.parse('2026-11-24'), suitability: 'suitable', donorLiver: 'available' },
    })
    const on = CivilDate.parse('2026-11-25')
    expect(await gate('enrolment', on)).toMatchObject({ open: false, reasons: ['no_longer_eligible'] })
    expect(
      (await site.api.signatures.workList({})).map(({ kind, signature }) => [kind, signature]),
    ).toContainEqual(['review_again', signed.id])
    const { version } = await site.api.patients.get({ id: site.patientId })
    await site.api.patients.amend({
      ...{ id: site.patientId, expectedVersion: version, reason: 'registered' },
      changes: { registrationDate: today },
    })
    expect(await gate('enrolment', on)).toMatchObject({ open: true })
  })

  it('[A6] is not opened for a day that was over when it was signed, by setting the clock back', async () => {
    site.clock.advance(3 * 86_400)
    await site.api.documents.create({ request: { kind: 'site_certificate' }, language: 'en' })
    site.clock.set('2026-11-22T05:00:00.000Z')
    await site.as('chen')
    await sign(site, site.request)
    site.clock.set('2026-11-25T03:00:00.000Z')
    await site.as('chen')
    expect(await gate('enrolment', today)).toMatchObject({ open: false, reasons: ['no_signature'] })
    expect(await gate('enrolment', CivilDate.parse('2026-11-25'))).toMatchObject({ open: true })
  })

  it('is closed by a screen failure', async () => {
    const unfit = eligibleContents().map(content =>
      content.kind === 'judgement' ? { ...content, answer: 'yes' as const } : content,
    )
    const patientId = await chart(site, unfit)
    await sign(site, { ...site.request, patientId })
    const found = await site.api.enrolment.gate({
      patientId,
      protocolId: PROTOCOL,
      step: 'enrolment',
      on: today,
    })
    expect(found.reasons).toEqual(['not_eligible'])
  })

  it('lets a step be planned only where it is open, and says when a plan stands no longer', async () => {
    const place = { patientId: site.patientId, protocolId: PROTOCOL, step: 'enrolment' as const, on: today }
    expect(await failureOf(site.api.enrolment.plan(place))).toEqual({
      code: 'gate_closed',
      reasons: ['no_signature'],
    })
    const { id } = await sign(site, site.request)
    expect(await site.api.enrolment.plan(place)).toMatchObject({ signature: id, stands: true })
    await site.api.enrolment.plan(place)
    const planned = { on: today, signature: id }
    expect(await site.api.audit.list({ action: 'enrolment.plan' })).toMatchObject([
      { oldValue: null, newValue: planned },
      { oldValue: planned, newValue: planned },
    ])
    await sign(site, { kind: 'withdrawal', of: id, reason: 'signed too early' })
    expect(await site.api.enrolment.plans({ patientId: site.patientId })).toMatchObject([
      ...[{ stands: false }, { stands: false }],
    ])
  })

  it('[U2] leaves a refused plan in the trail, with what was missing', async () => {
    const on = CivilDate.parse('2026-11-20')
    const { patientId } = site
    const place = { patientId, protocolId: PROTOCOL, step: 'first_dose' as const, on }
    expect(await failureOf(site.api.enrolment.plan(place))).toMatchObject({ code: 'gate_closed' })
    expect(await site.api.audit.list({ action: 'enrolment.plan_refused' })).toMatchObject([
      {
        ...{ userId: site.user.id, subject: { kind: 'patient', id: patientId } },
        ...{ field: `plans.${PROTOCOL}.first_dose` },
        newValue: { on, missing: ['no_consent', 'no_signature'] },
      },
    ])
    expect(await site.api.enrolment.plans({ patientId })).toEqual([])
    expect(await site.api.audit.list({ action: 'enrolment.plan' })).toEqual([])
  })

  it('lets a dose follow later where the enrolment was on a covered day', async () => {
    const { decision } = await sign(site, site.request)
    await record(enrolment('enrolled'))
    site.clock.set(`${decision?.covers?.to ?? '2026-12-31'}T20:00:00.000Z`)
    await site.as('chen')
    site.clock.advance(2 * 86_400)
    await site.as('chen')
    const later = CivilDate.parse(new Date(site.clock.now().getTime()).toISOString().slice(0, 10))
    expect(await gate('enrolment', later)).toMatchObject({ reasons: ['outside_days'] })
    expect(await gate('first_dose', later)).toMatchObject({ open: true })
    await record(enrolment('dosed', later))
    expect(await site.api.enrolment.deviations({})).toEqual([])
  })
})

describe('[F1] what has really happened is always recordable', () => {
  it('not alone: without an override it is refused and nothing is charted', async () => {
    const before = await site.api.facts.list({ patientId: site.patientId })
    expect(await failureOf(record(enrolment('enrolled')))).toEqual({
      code: 'gate_closed',
      reasons: ['no_signature'],
    })
    expect(await site.api.facts.list({ patientId: site.patientId })).toEqual(before)
    expect(await failureOf(record(enrolment('completed')))).toMatchObject({ code: 'gate_closed' })
    await record(enrolment('discontinued'))
  })

  it('with a second person and a reason, and becomes a protocol deviation', async () => {
    const reason = 'enrolled by the night team'
    const { facts } = await record(enrolment('dosed'), { loginName: 'coordinator', reason })
    const coordinator = (await site.api.users.list({})).find(({ loginName }) => loginName === 'coordinator')
    const expected = {
      ...{ patientId: site.patientId, protocolId: PROTOCOL, step: 'first_dose', fact: facts[0]?.id, reason },
      ...{ missing: ['no_signature'], recordedBy: site.user.id, secondPerson: coordinator?.id },
    }
    expect(await site.api.enrolment.deviations({ patientId: site.patientId })).toMatchObject([expected])
    const [entry] = await site.api.audit.list({ action: 'protocol.deviation' })
    expect(entry).toMatchObject({ subject: { id: site.patientId }, reason, field: `facts.${facts[0]?.id}` })
  })

  it('not with oneself, nor with a wrong password', async () => {
    const alone = record(enrolment('enrolled'), { loginName: 'chen', reason: 'alone' })
    expect(await failureOf(alone)).toMatchObject({ code: 'second_person_refused', why: 'same_person' })
    const second = { loginName: 'coordinator', password: 'guessed, and wrong' }
    const wrong = site.api.facts.record({
      ...{ patientId: site.patientId, facts: [{ content: enrolment('enrolled') }] },
      override: { second, reason: 'nobody there' },
    })
    expect(await failureOf(wrong)).toMatchObject({ code: 'second_person_refused', why: 'wrong_password' })
    expect(await site.api.enrolment.deviations({})).toEqual([])
    expect(await site.api.audit.list({ action: 'protocol.deviation_refused' })).toHaveLength(2)
  })

  it('also where a correction makes it so', async () => {
    await sign(site, site.request)
    const { facts } = await record(enrolment('enrolled'))
    const correction = {
      ...{ factId: facts[0]?.id as never, expectedVersion: 1, reason: 'wrong day' },
      content: enrolment('enrolled', '2026-11-20'),
    }
    expect(await failureOf(site.api.facts.correct(correction))).toMatchObject({ code: 'gate_closed' })
    const second = { loginName: 'coordinator', password: PASSWORD }
    await site.api.facts.correct({ ...correction, override: { second, reason: 'was two days earlier' } })
    expect(await site.api.enrolment.deviations({})).toMatchObject([
      { missing: ['no_consent', 'no_signature'] },
    ])
  })
})

describe('[E3] a decision whose stored record was altered', () => {
  const broken = { open: false, reasons: ['signature_broken'], signature: null }
  const alter = (id: string, from: string, to: string) =>
    tamperSignatures(site, raw => {
      const sql = 'UPDATE signatures SET record = replace(record, ?, ?) WHERE signature_id = ?'
      expect(raw.prepare(sql).run(from, to, id).changes).toBe(1)
    })

  it('opens nothing: no plan stands on it, and what happened under it is a deviation', async () => {
    const { id } = await sign(site, site.request)
    const place = { patientId: site.patientId, protocolId: PROTOCOL, step: 'enrolment' as const, on: today }
    expect(await site.api.enrolment.plan(place)).toMatchObject({ stands: true })
    await alter(id, '"ground":"stable, adherent"', '"ground":"stable, attentive"')
    expect(await gate()).toEqual(broken)
    expect(await site.api.enrolment.plans({ patientId: site.patientId })).toMatchObject([{ stands: false }])
    const refused = { code: 'gate_closed', reasons: ['signature_broken'] }
    expect(await failureOf(site.api.enrolment.plan(place))).toEqual(refused)
    expect(await failureOf(record(enrolment('enrolled')))).toEqual(refused)
    await record(enrolment('enrolled'), { loginName: 'coordinator', reason: 'it was done' })
    expect(await site.api.enrolment.deviations({})).toMatchObject([{ missing: ['signature_broken'] }])
  })

  it('opens nothing either where its countersignature was', async () => {
    await addSigner(site)
    const patientId = await chart(site, eligibleContents())
    const { id } = await sign(site, { ...site.request, patientId }, { loginName: 'sub_investigator' })
    await site.as('chen')
    const countersigned = await sign(site, { kind: 'countersignature', of: id })
    const asked = { patientId, protocolId: PROTOCOL, step: 'enrolment', on: today } as const
    expect(await site.api.enrolment.gate(asked)).toMatchObject({ open: true, signature: id })
    await alter(countersigned.id, '"fullName":"Chen Wei"', '"fullName":"Chen Wen"')
    expect(await site.api.enrolment.gate(asked)).toEqual(broken)
  })
})

describe('[F1] a consent that somebody stands on', () => {
  const second = { loginName: 'coordinator', password: PASSWORD }
  const override = { second, reason: 'the form was another patient’s' }
  const lost = { code: 'gate_closed', reasons: ['no_consent'] }
  const of = async (kind: FactContent['kind']) => {
    const facts = await site.api.facts.list({ patientId: site.patientId })
    const found = facts.find(({ content }) => content.kind === kind)
    if (found === undefined) throw new Error(`no ${kind}`)
    return found
  }
  const deviations = async () =>
    (await site.api.enrolment.deviations({})).map(({ step, fact, missing, reason }) => ({
      ...{ step, fact, missing, reason },
    }))
  const enrolled = async () => {
    await sign(site, site.request)
    const { facts } = await record(enrolment('enrolled'))
    await record(enrolment('dosed'))
    return facts[0]?.id
  }

  it('is not retracted alone; with a second person each step that stood on it becomes a deviation', async () => {
    await enrolled()
    const { id: factId } = await of('consent')
    const retraction = { factId, expectedVersion: 1, reason: 'wrong patient' }
    const before = await site.api.facts.list({ patientId: site.patientId })
    expect(await failureOf(site.api.facts.retract(retraction))).toEqual(lost)
    expect(await site.api.facts.list({ patientId: site.patientId })).toEqual(before)
    const wrong = { ...override, second: { ...second, password: 'guessed, and wrong' } }
    expect(await failureOf(site.api.facts.retract({ ...retraction, override: wrong }))).toMatchObject({
      code: 'second_person_refused',
    })
    expect(await site.api.facts.list({ patientId: site.patientId })).toEqual(before)
    await site.api.facts.retract({ ...retraction, override })
    const about = { missing: ['no_consent'], reason: override.reason }
    const found = await deviations()
    expect(found).toHaveLength(2)
    expect(found).toContainEqual(expect.objectContaining({ step: 'enrolment', ...about }))
    expect(found).toContainEqual(expect.objectContaining({ step: 'first_dose', ...about }))
    expect(await site.api.audit.list({ action: 'protocol.deviation' })).toHaveLength(2)
  })

  it('is not moved to a later day alone, nor a withdrawal charted that came before', async () => {
    const fact = await enrolled()
    const { id: factId, content } = await of('consent')
    if (content.kind !== 'consent') throw new Error('another kind')
    const on = PartialDate.parse('2026-11-23')
    site.clock.advance(2 * 86_400)
    const moved = { factId, expectedVersion: 1, content: { ...content, on }, reason: 'misread' }
    expect(await failureOf(site.api.facts.correct(moved))).toEqual(lost)
    const withdrawn = { ...content, status: 'withdrawn' as const, on: PartialDate.parse('2026-11-22') }
    expect(await failureOf(record(withdrawn))).toEqual(lost)
    expect(await deviations()).toEqual([])
    await record(withdrawn, { loginName: 'coordinator', reason: 'told by telephone' })
    expect(await deviations()).toContainEqual({
      ...{ step: 'enrolment', fact, missing: ['no_consent'], reason: 'told by telephone' },
    })
    // Noted once: moving the consent takes nothing more away.
    await site.api.facts.correct(moved)
    expect(await deviations()).toHaveLength(2)
  })

  it('may be corrected, withdrawn later or followed by another one, by the user alone', async () => {
    await enrolled()
    const { id: factId, content } = await of('consent')
    if (content.kind !== 'consent') throw new Error('another kind')
    const corrected = { ...content, version: '1.1' }
    await site.api.facts.correct({ factId, expectedVersion: 1, content: corrected, reason: 'misread' })
    site.clock.advance(3 * 86_400)
    await record({ ...content, status: 'withdrawn', on: PartialDate.parse('2026-11-24') })
    expect(await deviations()).toEqual([])
  })

  it('is free where nobody was enrolled', async () => {
    const { id: factId } = await of('consent')
    await site.api.facts.retract({ factId, expectedVersion: 1, reason: 'wrong patient' })
    expect(await deviations()).toEqual([])
  })
})

describe('[U2] a judgement', () => {
  it('is an investigator’s to chart and to correct', async () => {
    await site.as('coordinator')
    const facts = await site.api.facts.list({ patientId: site.patientId })
    const judged = facts.find(({ content }) => content.kind === 'judgement')
    if (judged?.content.kind !== 'judgement') throw new Error('no judgement')
    const denied = { code: 'not_permitted', right: 'judgements.write' }
    expect(await failureOf(record(judged.content))).toEqual(denied)
    const { id: factId, content } = judged
    const correction = site.api.facts.correct({ factId, expectedVersion: 1, content, reason: 'typed wrong' })
    expect(await failureOf(correction)).toEqual(denied)
  })
})
