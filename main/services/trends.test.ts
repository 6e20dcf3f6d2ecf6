import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { ChartingChoices } from '#shared/core/trends/charting-choices.ts'
import type { SeriesId } from '#shared/core/trends/series.ts'
import type { Content } from '#test/support/chart-builder.ts'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const protocol = ProtocolId.parse('NCT05106972')

async function register(screeningNumber = 'S-001') {
  const person = { screeningNumber, initials: 'WXM', sex: 'female' } as const
  const { patient } = await site.api.patients.register(person)
  return patient.id
}

async function chart(patientId: PatientId, ...contents: Content[]) {
  const facts = contents.map(content => ({ content: FactContent.parse(content) }))
  const override = {
    second: { loginName: 'sub_investigator', password: PASSWORD },
    reason: 'charted from paper',
  }
  await site.api.facts.record({ patientId, facts, override })
}

const enrolled: Content = { kind: 'enrolment', on: '2026-09-01', protocol, status: 'enrolled' }
const dose: Content = { kind: 'dose', protocol, number: 1, from: '2026-09-02T10:00:00+08:00' }
const bilirubin = (on: string, value: string, unit = 'umol/L'): Content => ({
  ...{ kind: 'laboratory', on, loinc: unit === 'mg/dL' ? '1975-2' : '14631-6', value, unit },
  ...{ range: { high: unit === 'mg/dL' ? '1' : '17.1' }, laboratory: 'Central' },
})

async function seriesOf(patientId: PatientId, id: SeriesId) {
  const { trends } = await site.api.trends.patient({ patientId })
  return trends.series.find(series => series.id === id)
}

describe('the trends of a patient', () => {
  it('hold every value in one unit, as printed beside it, and say that nobody is in a trial', async () => {
    const id = await register()
    await chart(id, bilirubin('2026-09-01', '2', 'mg/dL'), bilirubin('2026-10-01', '30'))
    const { protocol: none, trends } = await site.api.trends.patient({ patientId: id })
    expect(none).toBeNull()
    expect(trends.day0).toBeNull()
    expect(trends.series.map(series => series.id)).toEqual(['bilirubin_total'])
    expect(trends.series[0]?.points).toMatchObject([
      { value: 34.2, printed: '2 mg/dL', high: 17.1, by: 'Central' },
      { value: 30, printed: '30 µmol/L' },
    ])
    expect(trends.notChosen[0]?.en).toContain('in no trial')
  })

  it('count from the first dose once the patient is enrolled, with the baseline that the site chose', async () => {
    const id = await register()
    await site.addUser('sub_investigator')
    await chart(id, enrolled, dose, bilirubin('2026-09-01', '40'), bilirubin('2026-09-09', '60'))
    expect((await seriesOf(id, 'bilirubin_total'))?.baseline).toBeNull()
    await site.api.conduct.enterCharting({
      protocolId: protocol,
      expectedVersion: 0,
      content: ChartingChoices.parse({
        ...{ schema: 'lobule.charting/1', protocol, baseline: { rule: 'last' }, variation: [] },
      }),
    })
    const { protocol: own, trends } = await site.api.trends.patient({ patientId: id })
    expect(own).toBe(protocol)
    expect(trends.day0).toBe('2026-09-02')
    expect(trends.series[0]?.baseline).toMatchObject({ value: 40, rule: 'last', count: 1 })
    expect(trends.marks.map(({ kind }) => kind)).toEqual(['dose'])
  })

  it('rest on the latest version of a fact, and mark it as corrected', async () => {
    const id = await register()
    await chart(id, bilirubin('2026-09-01', '40'))
    const factId = (await seriesOf(id, 'bilirubin_total'))?.points[0]?.fact
    if (!factId) throw new Error('no point')
    const content = FactContent.parse(bilirubin('2026-09-01', '46'))
    await site.api.facts.correct({ factId, expectedVersion: 1, content, reason: 'misread' })
    expect((await seriesOf(id, 'bilirubin_total'))?.points).toMatchObject([
      { value: 46, flags: ['corrected'] },
    ])
  })

  it('name a patient or a protocol that there is not', async () => {
    const patientId = PatientId.parse('nobody')
    expect(await failureOf(site.api.trends.patient({ patientId }))).toMatchObject({ code: 'not_found' })
    const protocolId = ProtocolId.parse('NCT00000000')
    const id = await register()
    expect(await failureOf(site.api.trends.patient({ patientId: id, protocolId }))).toMatchObject({
      code: 'not_found',
    })
  })
})

describe('the cohort of a protocol', () => {
  it('holds who was enrolled or dosed in it, and nobody else', async () => {
    const [id] = [await register('S-001'), await register('S-002')]
    await site.addUser('sub_investigator')
    await chart(id, enrolled, dose, bilirubin('2026-09-09', '60'), { kind: 'contact', on: '2026-10-02' })
    const cohort = await site.api.trends.cohort({ protocolId: protocol, series: ['bilirubin_total'] })
    expect(cohort.patients.map(({ screeningNumber }) => screeningNumber)).toEqual(['S-001'])
    expect(cohort.patients[0]?.series[0]?.points).toMatchObject([{ value: 60 }])
    expect(cohort.enrolment).toEqual([{ on: '2026-09-01', count: 1 }])
    expect(cohort.planned).toBe(30)
    expect(cohort.overallSurvival.steps).toMatchObject([{ day: 30, atRisk: 1, events: 0, survival: 1 }])
  })

  it('is empty before anybody is in it', async () => {
    await register()
    const cohort = await site.api.trends.cohort({ protocolId: protocol, series: [] })
    expect(cohort.patients).toEqual([])
    expect(cohort.overallSurvival).toEqual({ patients: 0, events: 0, undated: 0, steps: [] })
  })
})
