import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactId, PatientId } from '#shared/core/ids.ts'
import { chart, PROTOCOL } from '#test/support/decided-site.ts'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { eventContent, judgement } from '#test/support/safety-charts.ts'

let site: TestSite
let patientId: PatientId
beforeEach(async () => {
  site = await startSite()
  await site.addUser('coordinator')
  patientId = await somebody()
})
afterEach(() => {
  site.dispose()
  expect(site.failures).toEqual([])
})

const somebody = () => chart(site, [FactContent.parse({ kind: 'body_weight', on: '2026-11-01', kg: '61' })])
const override = {
  second: { loginName: 'coordinator', password: PASSWORD },
  reason: 'treated before Lobule was there',
}
async function recordFor(id: PatientId, ...contents: object[]): Promise<FactId[]> {
  const { facts } = await site.api.facts.record({
    ...{ patientId: id, override },
    facts: contents.map(content => ({ content: FactContent.parse(content) })),
  })
  return facts.map(fact => fact.id)
}
const record = (...contents: object[]) => recordFor(patientId, ...contents)
async function recordOne(content: object): Promise<FactId> {
  return (await record(content))[0] ?? expect.fail()
}

const enrolment = { kind: 'enrolment', protocol: PROTOCOL, status: 'enrolled', on: '2026-11-05' }
const dose = { kind: 'dose', protocol: PROTOCOL, number: 1, from: '2026-11-10T08:00:00+08:00' }
const fever = (from: string | undefined, more: object = {}) => {
  const onset = from === undefined ? {} : { from }
  return { kind: 'adverse_event', term: '发热', ctcae: 'fever', serious: 'no', grades: [], ...onset, ...more }
}
const alt = (on: string, value: string) => ({
  ...{ kind: 'laboratory', on, loinc: '1742-6', value, unit: 'U/L', range: { low: '9', high: '40' } },
})
const listed = async (asked: Parameters<typeof site.api.adverseEvents.list>[0] = {}) =>
  (await site.api.adverseEvents.list(asked)).events

describe('the list of adverse events', () => {
  it('has an event of the day of the dose with hours since it and its study day', async () => {
    await record({ ...enrolment, subjectNumber: 'R-07', cohort: 'low' }, dose)
    const event = await recordOne(fever('2026-11-10T09:30:00+08:00'))
    expect(await listed({ patientId })).toMatchObject([
      {
        ...{ event, version: 1, protocol: PROTOCOL, subjectNumber: 'R-07', cohort: 'low', studyDay: 1 },
        ...{ sinceDose: { number: 1, days: 0, hours: 1.5 }, emergence: 'treatment_emergent' },
        ...{ worst: null, causality: null, signature: null, clocks: [] },
        organClass: 'general_disorders_and_administration_site_conditions',
        questions: [{ code: 'not_graded', answer: null }],
      },
    ])
  })

  it('has everybody’s, the newest onset first whoever had it, or those of one protocol', async () => {
    const other = await somebody()
    await record(enrolment, dose, fever('2026-11-11'), fever('2026-11-15'))
    await recordFor(other, fever('2026-11-13'), fever(undefined))
    const onsets = async (asked: Parameters<typeof listed>[0]) =>
      (await listed(asked)).map(({ patientId: whose, content }) => [whose === other, content.from])
    expect(await onsets({})).toEqual([
      ...[
        [true, undefined],
        [false, '2026-11-15'],
      ],
      ...[
        [true, '2026-11-13'],
        [false, '2026-11-11'],
      ],
    ])
    expect(await onsets({ protocolId: PROTOCOL })).toEqual([
      [false, '2026-11-15'],
      [false, '2026-11-11'],
    ])
    expect(await onsets({ patientId: other, protocolId: PROTOCOL })).toEqual([])
  })

  it('is for a patient who consented that of the trial, before anybody is enrolled', async () => {
    await record({ kind: 'consent', protocol: PROTOCOL, version: '1', status: 'signed', on: '2026-11-02' })
    await record(fever('2026-11-05'))
    expect(await listed({ patientId })).toMatchObject([
      { protocol: PROTOCOL, subjectNumber: null, emergence: 'before_treatment' },
    ])
  })

  it('keeps when an event was first charted through its follow-ups, and drops what was taken back', async () => {
    const event = await recordOne(fever('2026-11-11'))
    const [{ enteredAt } = expect.fail()] = await listed({ patientId })
    site.clock.advance(3600)
    const content = FactContent.parse(
      fever('2026-11-11', { followUps: [{ on: '2026-11-12', text: '已退热' }] }),
    )
    const change = { factId: event, reason: 'follow-up', source: { kind: 'typed' as const } }
    await site.api.facts.correct({ ...change, expectedVersion: 1, content })
    const [corrected] = await listed({ patientId })
    expect(corrected).toMatchObject({ version: 2, firstEnteredAt: enteredAt })
    expect(corrected?.enteredAt).not.toBe(enteredAt)
    await site.api.facts.retract({ factId: event, expectedVersion: 2, reason: 'twice' })
    expect(await listed({ patientId })).toEqual([])
    expect(await failureOf(site.api.adverseEvents.get({ event }))).toMatchObject({ code: 'not_found' })
  })

  it('is of a patient who is there', async () => {
    const nobody = site.api.adverseEvents.list({ patientId: PatientId.parse('nobody') })
    expect(await failureOf(nobody)).toMatchObject({ code: 'not_found', entity: 'patient' })
  })
})

describe('one adverse event', () => {
  it('comes with every judgement of it, the last one first, and with its reports', async () => {
    await record(enrolment, dose)
    const event = await recordOne(fever('2026-11-11', { serious: 'yes', criteria: ['hospitalisation'] }))
    const [first] = await record(judgement({ event, product: 'undetermined' }))
    site.clock.advance(60)
    const [second] = await record(judgement({ event }))
    const sent = { on: '2026-11-22T08:00:00+08:00', how: 'e-mail', sent: { sha256: 'a'.repeat(64) } }
    const report = await recordOne({
      ...{ kind: 'safety_report', event, to: 'sponsor', stage: 'initial', recipient: 'Safety desk', ...sent },
    })
    const found = await site.api.adverseEvents.get({ event })
    expect(found.judgements.map(({ fact, author }) => [fact, author])).toEqual([
      [second, site.user.id],
      [first, site.user.id],
    ])
    expect(found.reports.map(({ fact }) => fact)).toEqual([report])
    expect(found.listed).toMatchObject({
      event,
      causality: { fact: second, content: { product: 'related' } },
    })
    expect(found.context.sinceDoses).toHaveLength(1)
  })

  it('is an adverse event that is there', async () => {
    const [weight] = await site.api.facts.list({ patientId })
    for (const event of [FactId.parse('nothing'), weight?.id ?? expect.fail()]) {
      expect(await failureOf(site.api.adverseEvents.get({ event }))).toMatchObject({ code: 'not_found' })
    }
  })
})

describe('the check of what somebody has typed', () => {
  const codesOf = async (content: object, event?: FactId) => {
    const typed = { patientId, content: eventContent(content), ...(event && { event }) }
    return (await site.api.adverseEvents.check(typed)).questions.map(({ code }) => code)
  }

  it('asks before anything is charted, and charts nothing', async () => {
    expect(await codesOf({ grades: [], serious: 'yes' })).toEqual([
      ...['not_graded', 'serious_without_criterion', 'awareness_missing'],
    ])
    expect(await listed({ patientId })).toEqual([])
  })

  it('does not take the event that is corrected for another one', async () => {
    const event = await recordOne(eventContent())
    expect(await codesOf({})).toEqual(['overlaps_same_term'])
    expect(await codesOf({}, event)).toEqual([])
  })

  it('reads a judgement by what the site calls related', async () => {
    await record(enrolment)
    const event = await recordOne(eventContent())
    await record(judgement({ event, product: 'not_related' }))
    expect(await codesOf({}, event)).toEqual([])
    await site.api.conduct.enterSafety({
      ...{ protocolId: PROTOCOL, expectedVersion: 0 },
      content: SiteSafety.parse({
        ...{ schema: 'lobule.safety/1', protocol: PROTOCOL, protocolVersion: '1', approvedOn: '2026-01-01' },
        ...{ reporting: { sponsorHours: 24 }, cohorts: [], relatedCategories: ['possible'] },
      }),
    })
    expect(await codesOf({}, event)).toEqual(['related_against_who_umc'])
  })

  it('is about an event of this patient', async () => {
    const [event = expect.fail()] = await recordFor(await somebody(), eventContent())
    const typed = { patientId, event, content: eventContent() }
    expect(await failureOf(site.api.adverseEvents.check(typed))).toMatchObject({ code: 'not_found' })
  })
})

describe('offers', () => {
  const offered = async () => {
    const offers = await site.api.adverseEvents.offers({ patientId })
    return offers.map(({ result, term, absolute, before }) => [result, term, absolute, before])
  }

  it('are what rose since the dose, until somebody says what it is', async () => {
    await record(enrolment, dose, alt('2026-11-06', '30'))
    const result = await recordOne(alt('2026-11-12', '130'))
    const term = 'alanine_aminotransferase_increased'
    expect(await offered()).toEqual([[result, term, 2, 0]])
    const assessed = { kind: 'result_assessment', on: '2026-11-13', result, term, ground: 'after exercise' }
    const assessment = await recordOne({ ...assessed, significance: 'not_significant' })
    expect(await offered()).toEqual([])
    await site.api.facts.retract({ factId: assessment, expectedVersion: 1, reason: 'hasty' })
    expect(await offered()).toHaveLength(1)
    await record(fever('2026-11-12', { ctcae: term, term: 'ALT升高', result }))
    expect(await offered()).toEqual([])
  })

  it('are made to nobody who is in no trial', async () => {
    await record(alt('2026-11-06', '30'), alt('2026-11-12', '130'))
    expect(await offered()).toEqual([])
  })
})
