import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactSource } from '#shared/core/facts/fact.ts'
import { FactId, PatientId } from '#shared/core/ids.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
let patientId: PatientId
beforeEach(async () => {
  site = await startSite()
  const { patient } = await site.api.patients.register({
    screeningNumber: 'S-001',
    initials: 'WXM',
    sex: 'male',
  })
  patientId = patient.id
})
afterEach(() => site.dispose())

const albumin = { kind: 'laboratory', on: '2026-11-10', loinc: '1751-7', value: '34.50', unit: 'g/L' }
const laboratory = (more: object = {}) => FactContent.parse({ ...albumin, ...more })
const record = (...contents: object[]) =>
  site.api.facts.record({ patientId, facts: contents.map(content => ({ content: content as FactContent })) })
const recordOne = async (content: object) => {
  const { facts } = await record(content)
  const [fact] = facts
  if (!fact) throw new Error('nothing was recorded')
  return fact
}
const issuesOf = async (...contents: object[]) =>
  (await failureOf(record(...contents))) as { code: string; issues: { path: string; message: string }[] }

describe('recording facts', () => {
  it('[F2] keeps value, unit, laboratory and reference range exactly as printed', async () => {
    const printed = laboratory({
      range: { low: '40.0', high: '55.0' },
      laboratory: 'Central laboratory',
      comparator: '<',
    })
    await record(printed)
    const [fact] = await site.api.facts.list({ patientId })
    expect(fact?.content).toEqual(printed)
  })

  it('[F3] keeps when it happened and when it was entered apart', async () => {
    const fact = await recordOne(laboratory())
    expect(fact).toMatchObject({ content: { on: '2026-11-10' }, enteredAt: '2026-11-22T10:00:00.000+08:00' })
  })

  it('[F4] keeps the source of every value; typed, if none is said', async () => {
    const sources: FactSource[] = [
      FactSource.parse({ kind: 'file', name: 'labs.csv', sha256: 'a'.repeat(64), row: 3 }),
      { kind: 'device', name: 'FibroScan 502' },
      { kind: 'report', reference: 'R-77' },
    ]
    await record(laboratory())
    await site.api.facts.record({
      patientId,
      facts: sources.map(source => ({ content: laboratory(), source })),
    })
    const facts = await site.api.facts.list({ patientId })
    expect(facts.map(({ source }) => source)).toEqual([{ kind: 'typed' }, ...sources])
  })

  it('[A1] writes who, what and when into the trail of the patient', async () => {
    const fact = await recordOne(laboratory())
    const entries = await site.api.audit.list({ subject: { kind: 'patient', id: patientId } })
    expect(entries.at(-1)).toMatchObject({
      action: 'fact.record',
      field: `facts.${fact.id}`,
      userId: site.user.id,
      newValue: { content: albumin, source: { kind: 'typed' } },
    })
  })

  it('records all or none, and names every wrong place', async () => {
    const { code, issues } = await issuesOf(
      laboratory(),
      laboratory({ unit: 'mmol/L' }),
      laboratory({ on: '2026-11-23' }),
    )
    expect(code).toBe('invalid_input')
    expect(issues.map(({ path }) => path)).toEqual(['facts[1].content.unit', 'facts[2].content.on'])
    expect(issues[0]?.message).toContain('use g/L or g/dL')
    expect(await site.api.facts.list({ patientId })).toEqual([])
  })

  it.each([
    ['an impossible date', { ...albumin, on: '2026-02-30' }, 'content.on'],
    ['an unknown field', { ...albumin, values: '3' }, 'content.values'],
    ['a number that is not text', { ...albumin, value: 34.5 }, 'content.value'],
    ['no UCUM unit', { ...albumin, loinc: '2345-7', unit: 'mmols' }, 'content.unit'],
    [
      'an end before its start',
      { kind: 'infection', type: 'viral', from: '2026-11-02', to: '2026-11-01' },
      'content.to',
    ],
  ])('refuses %s and names the field', async (_what, content, path) => {
    const { issues } = await issuesOf(content)
    expect(issues[0]?.path).toBe(`facts[0].${path}`)
  })

  it('takes a day that has begun at the site, though not yet in UTC', async () => {
    site.clock.set('2026-11-22T17:00:00.000Z')
    await record(laboratory({ on: '2026-11-23' }))
  })

  it('charts a prothrombin time without control, and warns', async () => {
    const time = { ...albumin, loinc: '5902-2', value: '16.1', unit: 's' }
    const { facts, warnings } = await record(
      { ...time, control: 'not_printed' },
      { ...time, control: '13.0' },
    )
    expect(facts).toHaveLength(2)
    expect(warnings.map(({ path }) => path)).toEqual(['facts[0].content.control'])
  })

  it('charts a result under a code that it does not interpret, and says that no criterion sees it', async () => {
    const { warnings } = await record({ ...albumin, loinc: '5964-2', value: '30', unit: 's' })
    expect(warnings).toMatchObject([{ path: 'facts[0].content.loinc' }])
  })

  it('refuses a LOINC code whose check digit is wrong', async () => {
    const { issues } = await issuesOf({ ...albumin, loinc: '1751-8' })
    expect(issues).toMatchObject([{ path: 'facts[0].content.loinc' }])
  })

  it('charts nothing for a patient that there is not, or who was removed', async () => {
    const nobody = PatientId.parse('nobody')
    const missing = site.api.facts.record({ patientId: nobody, facts: [{ content: laboratory() }] })
    expect(await failureOf(missing)).toMatchObject({ code: 'not_found', entity: 'patient' })
    await site.api.patients.remove({ id: patientId, expectedVersion: 1, reason: 'entered twice' })
    expect(await failureOf(record(laboratory()))).toMatchObject({ code: 'not_found', entity: 'patient' })
    expect(await failureOf(site.api.facts.list({ patientId }))).toMatchObject({ code: 'not_found' })
  })
})

describe('correcting and retracting', () => {
  it('[A4] makes a new version with a reason; the first value is kept, in the history and in the trail', async () => {
    const { id } = await recordOne(laboratory())
    site.clock.advance(60)
    const { fact } = await site.api.facts.correct({
      factId: id,
      expectedVersion: 1,
      content: laboratory({ value: '43.50' }),
      reason: 'digits swapped',
    })
    expect(fact).toMatchObject({ id, version: 2, content: { value: '43.50' } })
    expect(await site.api.facts.list({ patientId })).toEqual([fact])
    const history = await site.api.facts.history({ factId: id })
    expect(history.map(({ version, content, reason }) => ({ version, content, reason }))).toEqual([
      { version: 1, content: laboratory(), reason: undefined },
      { version: 2, content: laboratory({ value: '43.50' }), reason: 'digits swapped' },
    ])
    const [entry] = await site.api.audit.list({ action: 'fact.correct' })
    expect(entry).toMatchObject({
      oldValue: { content: { value: '34.50' } },
      newValue: { content: { value: '43.50' } },
      reason: 'digits swapped',
    })
  })

  it('[A4] retracts with a reason; nothing is lost', async () => {
    const { id } = await recordOne(laboratory())
    await site.api.facts.retract({ factId: id, expectedVersion: 1, reason: 'another patient' })
    expect(await site.api.facts.list({ patientId })).toEqual([])
    const history = await site.api.facts.history({ factId: id })
    expect(history.map(({ content }) => content)).toEqual([laboratory(), null])
    const again = site.api.facts.retract({ factId: id, expectedVersion: 2, reason: 'again' })
    expect(await failureOf(again)).toEqual({ code: 'not_found', entity: 'fact', id })
  })

  it('[A4] changes nothing without a reason', async () => {
    const { id } = await recordOne(laboratory())
    const change = { factId: id, expectedVersion: 1, content: laboratory({ value: '1' }) }
    const silent = site.api.facts.correct({ ...change, reason: '  ' })
    expect(await failureOf(silent)).toMatchObject({ issues: [{ path: 'reason' }] })
    // @ts-expect-error -- the type asks for the reason as well
    expect(await failureOf(site.api.facts.correct(change))).toMatchObject({
      issues: [{ path: 'reason', message: 'give the reason for the change' }],
    })
  })

  it('refuses to change an older version, another kind of fact, or into an invalid one', async () => {
    const { id } = await recordOne(laboratory())
    const correct = (expectedVersion: number, content: FactContent) =>
      failureOf(site.api.facts.correct({ factId: id, expectedVersion, content, reason: 'typo' }))
    expect(await correct(2, laboratory())).toEqual({ code: 'stale_version', entity: 'fact', current: 1 })
    expect(await correct(1, FactContent.parse({ kind: 'tips', on: '2026-01-01' }))).toMatchObject({
      issues: [{ path: 'content.kind' }],
    })
    expect(await correct(1, laboratory({ unit: 'mg' }))).toMatchObject({ issues: [{ path: 'content.unit' }] })
  })

  it('names a fact that there is not', async () => {
    const factId = FactId.parse('none')
    const missing = { code: 'not_found', entity: 'fact', id: 'none' }
    expect(await failureOf(site.api.facts.history({ factId }))).toEqual(missing)
    const retract = site.api.facts.retract({ factId, expectedVersion: 1, reason: 'x' })
    expect(await failureOf(retract)).toEqual(missing)
  })
})
