import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputIssue } from '#shared/api/errors.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { chart } from '#test/support/decided-site.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'
import { judgement } from '#test/support/safety-charts.ts'

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

const alt = { kind: 'laboratory', on: '2026-11-06', loinc: '1742-6', value: '130', unit: 'U/L' }
const somebody = () => chart(site, [FactContent.parse(alt)])
const fever = (more: object = {}) => ({
  ...{ kind: 'adverse_event', term: '发热', ctcae: 'fever', serious: 'no', grades: [], ...more },
})
const record = (content: object, id = patientId) =>
  site.api.facts.record({ patientId: id, facts: [{ content: FactContent.parse(content) }] })
async function recorded(content: object, id = patientId): Promise<FactId> {
  const { facts } = await record(content, id)
  return facts[0]?.id ?? expect.fail()
}
async function issues(content: object): Promise<string[][]> {
  const refused = (await failureOf(record(content))) as { readonly issues: readonly InputIssue[] }
  return refused.issues.map(({ path, message }) => [path.replace('facts[0].content.', ''), message])
}
const at = (grade: number, from: string) => ({ grade, from })

describe('an event that cannot be', () => {
  it.each([
    [
      'ends before it began, by the clock of one day',
      { from: '2026-11-10T10:00:00+08:00', to: '2026-11-10T09:00:00+08:00' },
      'to',
    ],
    ['is graded before it began', { from: '2026-11-10', grades: [at(1, '2026-11-09')] }, 'grades[0].from'],
    [
      'is graded after it ended',
      { from: '2026-11-01', to: '2026-11-10', grades: [at(1, '2026-11-11')] },
      'grades[0].from',
    ],
    ['has its grades out of order', { grades: [at(1, '2026-11-10'), at(2, '2026-11-09')] }, 'grades[1].from'],
    [
      'has a grade that its term does not have',
      { ctcae: 'abdominal_distension', grades: [at(4, '2026-11-10')] },
      'grades[0].grade',
    ],
  ])('%s is refused at its field', async (_what, more, path) => {
    expect((await issues(fever(more))).map(([field]) => field)).toEqual([path])
  })

  it.each([
    ['grades of one day', { from: '2026-11-10', grades: [at(1, '2026-11-10'), at(2, '2026-11-10')] }],
    ['a grade in the month of onset', { from: '2026-11-10', grades: [at(1, '2026-11')] }],
    ['an end known to the month', { from: '2026-11-10', to: '2026-11' }],
  ])('is not one with %s', async (_what, more) => {
    await record(fever(more))
  })

  it('is not one with any grade of a term outside the subset', async () => {
    const { ctcae: _none, ...uncoded } = fever({ grades: [at(4, '2026-11-10')] })
    await record(uncoded)
  })

  it('is refused in a correction too', async () => {
    const factId = await recorded(fever({ from: '2026-11-10' }))
    const content = FactContent.parse(fever({ from: '2026-11-10', grades: [at(1, '2026-11-09')] }))
    const change = { factId, expectedVersion: 1, content, source: { kind: 'typed' as const }, reason: 'r' }
    expect(await failureOf(site.api.facts.correct(change))).toMatchObject({
      issues: [{ path: 'content.grades[0].from' }],
    })
  })
})

describe('what is said of an event or a result', () => {
  const report = (event: string) => ({
    ...{ kind: 'safety_report', on: '2026-11-11T08:00:00+08:00', event, to: 'other', stage: 'initial' },
    ...{ recipient: 'Safety desk', how: 'e-mail', sent: { sha256: 'a'.repeat(64) } },
  })
  const unblinding = (event: string) => ({
    ...{ kind: 'unblinding', on: '2026-11-11', protocol: 'NCT05106972', reason: 'treatment', event },
    ...{ requestedBy: 'Li', performedBy: 'IWRS' },
  })
  const assessment = (result: string, term = 'alanine_aminotransferase_increased') => ({
    ...{ kind: 'result_assessment', on: '2026-11-11', result, term, significance: 'not_significant' },
    ground: 'after exercise',
  })
  const aboutEvent = [
    ['a judgement', (event: string) => judgement({ event })],
    ['a report', report],
    ['an unblinding', unblinding],
  ] as const

  it.each(aboutEvent)('%s is of an event of this patient', async (_what, about) => {
    const others = await recorded(fever(), await somebody())
    const refused = [['event', 'no such adverse event is charted for this patient']]
    expect(await issues(about('nothing'))).toEqual(refused)
    expect(await issues(about(others))).toEqual(refused)
    const [weight] = await site.api.facts.list({ patientId })
    expect(await issues(about(weight?.id ?? ''))).toEqual(refused)
    const event = await recorded(fever())
    await record(about(event))
    await site.api.facts.retract({ factId: event, expectedVersion: 1, reason: 'twice' })
    expect(await issues(about(event))).toEqual(refused)
  })

  it('names a laboratory result of this patient, and a term that it is graded by', async () => {
    const [result] = await site.api.facts.list({ patientId })
    const id = result?.id ?? expect.fail()
    const refused = [['result', 'no such laboratory result is charted for this patient']]
    expect(await issues(assessment('nothing'))).toEqual(refused)
    expect(await issues(fever({ result: 'nothing' }))).toEqual(refused)
    expect(await issues(fever({ result: await recorded(fever()) }))).toEqual(refused)
    expect((await issues(assessment(id, 'fever'))).map(([path]) => path)).toEqual(['term'])
    await record(assessment(id))
    await record(fever({ result: id }))
  })

  it('is a report that nobody had before it was sent', async () => {
    const event = await recorded(fever())
    const received = { ...report(event), receivedAt: '2026-11-11T07:59:00+08:00' }
    expect(await issues(received)).toEqual([['receivedAt', 'lies before the report was sent']])
    await record({ ...received, receivedAt: '2026-11-11T08:00:00+08:00' })
  })

  it('[U2] is judged by an investigator: nobody else charts, rewrites or takes back a judgement', async () => {
    const event = await recorded(fever())
    const judged = await recorded(judgement({ event }))
    const [result] = await site.api.facts.list({ patientId })
    await site.as('coordinator')
    const refused = { code: 'not_permitted', right: 'judgements.write' }
    expect(await failureOf(record(judgement({ event })))).toEqual(refused)
    expect(await failureOf(record(assessment(result?.id ?? '')))).toEqual(refused)
    const change = { factId: judged, expectedVersion: 1, reason: 'r', source: { kind: 'typed' as const } }
    const content = FactContent.parse(judgement({ event, product: 'not_related' }))
    expect(await failureOf(site.api.facts.correct({ ...change, content }))).toEqual(refused)
    const { factId, expectedVersion, reason } = change
    expect(await failureOf(site.api.facts.retract({ factId, expectedVersion, reason }))).toEqual(refused)
    await record(fever({ from: '2026-11-12' }))
    await site.as('chen')
  })

  it('[E3] is judged by each investigator for themselves: nobody puts their name to another’s judgement', async () => {
    const event = await recorded(fever())
    const factId = await recorded(judgement({ event }))
    const change = { factId, expectedVersion: 1, reason: 'r', source: { kind: 'typed' as const } }
    const content = FactContent.parse(judgement({ event, product: 'not_related' }))
    await site.addUser('sub_investigator')
    await site.as('sub_investigator')
    expect(await failureOf(site.api.facts.correct({ ...change, content }))).toMatchObject({
      ...{ code: 'invalid_input', issues: [{ path: 'content' }] },
    })
    await record(content)
    await site.as('chen')
    await site.api.facts.correct({ ...change, content })
  })
})
