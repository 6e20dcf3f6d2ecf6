import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactId, ProtocolId } from '#shared/core/ids.ts'
import { siteSchedule } from '#test/support/calendar.ts'
import { type DecidedSite, PROTOCOL, sign, startDecidedSite } from '#test/support/decided-site.ts'
import { failureOf, PASSWORD } from '#test/support/engine.ts'

// Each test draws and signs documents.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: DecidedSite
beforeEach(async () => {
  site = await startDecidedSite()
})
afterEach(() => site.dispose())

const DAY = CivilDate.parse('2026-11-25')
const place = () => ({
  patientId: site.patientId,
  protocolId: PROTOCOL,
  step: 'later_dose' as const,
  number: 2,
})
const gate = async (on = DAY) => {
  const { open, reasons, signature } = await site.api.enrolment.gate({ ...place(), on })
  expect(signature).toBeNull()
  expect(open).toBe(reasons.length === 0)
  return reasons
}
const override = {
  second: { loginName: 'coordinator', password: PASSWORD },
  reason: 'given before the list was filled in',
}

const record = (content: object, witnessed = false) =>
  site.api.facts.record({
    patientId: site.patientId,
    facts: [{ content: FactContent.parse({ protocol: PROTOCOL, ...content }) }],
    ...(witnessed && { override }),
  })
const dose = (number: number, from: string) => ({ kind: 'dose', number, from })
const checklist = (answers: Record<string, 'yes' | 'no'>, more: object = {}) => ({
  ...{ kind: 'dose_checklist', on: '2026-11-24', number: 2, version: 1 },
  answers: Object.entries(answers).map(([item, answer]) => ({ item, answer })),
  ...more,
})
const PASSED = { 'no-fever': 'yes', pregnant: 'no' } as const

const items = [
  { id: 'no-fever', text: 'No fever', wanted: 'yes' },
  { id: 'pregnant', text: 'Pregnant', wanted: 'no' },
]
const enterSchedule = (expectedVersion = 0, asked: object[] = items) =>
  site.api.conduct.enterSchedule({
    ...{ protocolId: PROTOCOL, expectedVersion, reason: 'as approved' },
    content: siteSchedule(PROTOCOL, {
      doses: { hasIdentifier: false, checklist: asked, stoppingRules: [] },
    }),
  })

/** Enrolled and given the first dose, with the site's checklist entered; two days later. */
async function startCourse() {
  await sign(site, site.request)
  await record({ kind: 'enrolment', status: 'enrolled', on: '2026-11-22' })
  await record(dose(1, '2026-11-22T09:00:00+08:00'))
  await enterSchedule()
  site.clock.advance(2 * 86_400)
}

describe('[F1] a dose that is charted', () => {
  it('is the first dose where its number is 1, and needs the signature', async () => {
    expect(await failureOf(record(dose(1, '2026-11-22')))).toEqual({
      code: 'gate_closed',
      reasons: ['no_signature'],
    })
    await sign(site, site.request)
    await record(dose(1, '2026-11-22'))
    expect(await site.api.enrolment.deviations({})).toEqual([])
  })
})

describe('[F1] the consent before a dose of the same day', () => {
  const consent = (status: string, time: string) => ({
    ...{ kind: 'consent', status, version: '1.0', on: `2026-11-23T${time}:00+08:00` },
  })

  it('may be withdrawn after it by the clock, and stands for none that was given before it was signed', async () => {
    await startCourse()
    await record(checklist(PASSED, { on: '2026-11-23T07:00:00+08:00' }))
    await record(consent('withdrawn', '08:00'))
    await record(consent('signed', '10:00'))
    const early = dose(2, '2026-11-23T09:00:00+08:00')
    expect(await failureOf(record(early))).toEqual({ code: 'gate_closed', reasons: ['no_consent'] })
    await record(dose(2, '2026-11-23T11:00:00+08:00'))
    await record(consent('withdrawn', '15:00'))
    expect(await site.api.enrolment.deviations({})).toEqual([])
  })
})

describe('[F1] the gate before a later dose', () => {
  it('asks for the dose before, and for the site’s checklist', async () => {
    expect(await gate()).toEqual(['no_earlier_dose', 'no_schedule'])
    await startCourse()
    expect(await gate()).toEqual(['no_checklist'])
    await record(checklist({ 'no-fever': 'yes' }))
    expect(await gate()).toEqual(['no_checklist'])
    await record(checklist({ ...PASSED, 'no-fever': 'no' }))
    expect(await gate()).toEqual(['checklist_not_passed'])
    await record(checklist(PASSED, { number: 3 }))
    expect(await gate()).toEqual(['checklist_not_passed'])
    site.clock.advance(60)
    await record(checklist(PASSED))
    expect(await gate()).toEqual([])
    expect(await gate(CivilDate.parse('2026-11-23'))).toEqual(['no_checklist'])
  })

  it('keeps a plan by its number, which falls with the list that it stood on', async () => {
    await startCourse()
    await record(checklist(PASSED))
    await site.api.enrolment.plan({ ...place(), on: DAY })
    const { patientId } = site
    const plans = () => site.api.enrolment.plans({ patientId })
    expect(await plans()).toMatchObject([
      { step: 'later_dose', number: 2, on: DAY, signature: null, stands: true },
    ])
    const [calendar] = await site.api.visits.calendar({ patientId })
    expect(calendar?.doses).toMatchObject([{ number: 1 }, { number: 2, scheduled: DAY }])
    await enterSchedule(1)
    expect(await plans()).toMatchObject([{ stands: true }])
    await enterSchedule(2, [...items, { id: 'infection', text: 'Active infection', wanted: 'no' }])
    expect(await plans()).toMatchObject([{ stands: false }])
    expect(await gate()).toEqual(['no_checklist'])
  })

  it.each<[string, object]>([
    ['no_consent', { kind: 'consent', status: 'withdrawn', version: '1.0', on: '2026-11-24' }],
    ['ended', { kind: 'enrolment', status: 'treatment_discontinued', on: '2026-11-24' }],
    ['ended', { kind: 'enrolment', status: 'lost_to_follow_up', on: '2026-11-24' }],
  ])('is closed by %s after %j', async (reason, content) => {
    await startCourse()
    await record(checklist(PASSED))
    await record(content)
    expect(await gate()).toEqual([reason])
    const refused = { code: 'gate_closed', reasons: [reason] }
    expect(await failureOf(site.api.enrolment.plan({ ...place(), on: DAY }))).toEqual(refused)
  })

  it('takes no answer to another question for one to the question of the day, whatever its name', async () => {
    await startCourse()
    await record(checklist(PASSED))
    await enterSchedule(1, items.toReversed())
    expect(await gate()).toEqual([])
    await enterSchedule(2, [{ ...items[0], text: 'No fever for 48 hours' }, ...items.slice(1)])
    expect(await gate()).toEqual(['no_checklist'])
  })

  it('is asked with the number of the dose, and only there', async () => {
    const { number: _number, ...without } = place()
    expect(await failureOf(site.api.enrolment.gate(without))).toMatchObject({ code: 'invalid_input' })
    const first = { ...place(), step: 'first_dose' as const }
    expect(await failureOf(site.api.enrolment.gate(first))).toMatchObject({ issues: [{ path: 'number' }] })
  })

  it('is closed for a dose that the protocol does not plan', async () => {
    await startCourse()
    await record(checklist(PASSED))
    await record(dose(2, '2026-11-24T09:00:00+08:00'))
    await record(checklist(PASSED, { number: 3 }))
    const { reasons } = await site.api.enrolment.gate({ ...place(), number: 3, on: DAY })
    expect(reasons).toEqual(['beyond_plan'])
  })

  it('lets a dose be corrected that a reaction of the same day ended the treatment with', async () => {
    await startCourse()
    await record(checklist(PASSED))
    const { facts } = await record(dose(2, '2026-11-24'))
    await record({ kind: 'enrolment', status: 'treatment_discontinued', on: '2026-11-24' })
    const content = { protocol: PROTOCOL, ...dose(2, '2026-11-24'), description: 'chills' }
    await site.api.facts.correct({
      ...{ factId: facts[0]?.id ?? FactId.parse('none'), expectedVersion: 1, reason: 'told by the nurse' },
      content: FactContent.parse(content),
    })
    expect(await site.api.enrolment.deviations({})).toEqual([])
    expect(await gate(CivilDate.parse('2026-11-24'))).toContain('ended')
  })

  it('takes no checklist that was answered after the dose, by the clock of the site', async () => {
    await startCourse()
    const given = dose(2, '2026-11-23T09:00:00+08:00')
    const refused = { code: 'gate_closed', reasons: ['no_checklist'] }
    await record(checklist(PASSED, { on: '2026-11-23T15:00:00+08:00' }))
    expect(await failureOf(record(given))).toEqual(refused)
    await record(checklist(PASSED, { on: '2026-11-22T23:30:00Z' }))
    expect(await gate(CivilDate.parse('2026-11-22'))).toEqual(['no_checklist'])
    await record(given)
    expect(await site.api.enrolment.deviations({})).toEqual([])
  })

  it('stays shut behind a dose: what it stood on is taken away only with a second person, as a deviation', async () => {
    await startCourse()
    const { facts } = await record(checklist(PASSED))
    const [list] = facts
    if (list === undefined) throw new Error('no checklist')
    const { facts: given } = await record(dose(2, '2026-11-24T09:00:00+08:00'))
    const retraction = { factId: list.id, expectedVersion: 1, reason: 'of another patient' }
    const refused = { code: 'gate_closed', reasons: ['no_checklist'] }
    expect(await failureOf(site.api.facts.retract(retraction))).toEqual(refused)
    const content = FactContent.parse({ protocol: PROTOCOL, ...checklist({ ...PASSED, pregnant: 'yes' }) })
    expect(await failureOf(site.api.facts.correct({ ...retraction, content }))).toMatchObject({
      reasons: ['checklist_not_passed'],
    })
    await site.api.facts.retract({ ...retraction, override })
    expect(await site.api.enrolment.deviations({})).toMatchObject([
      { fact: given[0]?.id, step: 'later_dose', number: 2, missing: ['no_checklist'] },
    ])
  })

  it('lets a dose that was given be charted with a second person, as a deviation', async () => {
    await startCourse()
    const given = dose(2, '2026-11-24T09:00:00+08:00')
    expect(await failureOf(record(given))).toEqual({ code: 'gate_closed', reasons: ['no_checklist'] })
    await record(given, true)
    const place = { step: 'later_dose', number: 2, missing: ['no_checklist'] }
    expect(await site.api.enrolment.deviations({})).toMatchObject([place])
    const [listed] = await site.api.deviations.list({ patientId: site.patientId })
    expect(listed?.text.en).toContain('Dose 2')
    expect(listed).toMatchObject({
      kind: 'step_without_gate',
      on: '2026-11-24',
    })
  })
})

describe('the times of a dose', () => {
  it('follow one another by the clock', async () => {
    const at = (time: string) => `2026-11-22T${time}:00+08:00`
    const interruptions = [
      { from: at('09:20'), to: at('09:10'), reason: 'shivering' },
      { from: at('08:50'), reason: 'line' },
    ]
    const given = { ...dose(1, at('09:00')), to: at('08:00'), watchedUntil: at('07:00'), interruptions }
    const failure = await failureOf(record(given, true))
    expect(failure).toMatchObject({
      issues: ['to', 'watchedUntil', 'interruptions[0].to', 'interruptions[1].from'].map(field => ({
        ...{ path: `facts[0].content.${field}`, message: 'lies before its start' },
      })),
    })
  })
})

describe('[K1] the cells of a dose', () => {
  it('are charted only where the record or the site’s schedule says how many there are', async () => {
    const blinded = ProtocolId.parse('NCT07413549')
    const given = { ...dose(1, '2026-11-22'), protocol: blinded, givenCells: '0' }
    const refusal = { code: 'invalid_input', issues: [{ path: 'facts[0].content.givenCells' }] }
    expect(await failureOf(record(given, true))).toMatchObject(refusal)
    await site.api.conduct.enterSchedule({
      ...{ protocolId: blinded, expectedVersion: 0 },
      content: siteSchedule(blinded, {
        doses: { hasIdentifier: true, cells: '100000000', checklist: [], stoppingRules: [] },
      }),
    })
    await record({ ...given, givenCells: '98000000' }, true)
    await record({ ...dose(1, '2026-11-22'), givenCells: '98000000' }, true)
  })
})

describe('what the trial does not know', () => {
  it('is refused: a dose twice, a visit of no schedule', async () => {
    await startCourse()
    const refusal = (path: string) => ({ code: 'invalid_input', issues: [{ path }] })
    expect(await failureOf(record(dose(1, '2026-11-23'), true))).toMatchObject(
      refusal('facts[0].content.number'),
    )
    const visit = (name: string) => ({ kind: 'visit', visit: name, from: '2026-11-23', status: 'done' })
    expect(await failureOf(record(visit('week-5')))).toMatchObject(refusal('facts[0].content.visit'))
    await record(visit('unscheduled'))
    await record(visit('baseline'))
  })
})
