import { hash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { type FactId, type PatientId, ProtocolId } from '#shared/core/ids.ts'
import { chart, PROTOCOL } from '#test/support/decided-site.ts'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'

const OTHER = ProtocolId.parse('NCT07413549')

let site: TestSite
beforeEach(async () => {
  site = await startSite()
  await site.addUser('coordinator')
})
afterEach(() => {
  site.dispose()
  expect(site.failures).toEqual([])
})

async function record(patientId: PatientId, ...contents: object[]): Promise<FactId[]> {
  const second = { loginName: 'coordinator', password: PASSWORD }
  const { facts } = await site.api.facts.record({
    ...{ patientId, override: { second, reason: 'treated before Lobule was there' } },
    facts: contents.map(content => ({ content: FactContent.parse(content) })),
  })
  return facts.map(({ id }) => id)
}

const weight = FactContent.parse({ kind: 'body_weight', on: '2026-08-01', kg: '61' })
const enrolled = (cohort: string) => ({
  ...{ kind: 'enrolment', status: 'enrolled', protocol: PROTOCOL, on: '2026-08-30', cohort },
})
const dose = { kind: 'dose', protocol: PROTOCOL, number: 1, from: '2026-09-01' }
const fever = {
  ...{ kind: 'adverse_event', from: '2026-09-03', to: '2026-09-05', term: '发热', ctcae: 'fever' },
  grades: [{ grade: 2, from: '2026-09-03' }],
}
const bleeding = {
  ...{ kind: 'adverse_event', from: '2026-10-01', to: 'ongoing', term: '=呕血, "咖啡样"' },
  ...{ grades: [{ grade: 3, from: '2026-10-01' }], serious: 'yes', criteria: ['hospitalisation'] },
  ...{ complication: 'variceal_bleeding', aware: { at: '2026-10-01T10:00:00+08:00', by: 'Chen Wei' } },
}

/** Watched for 30 days, with a fever and a bleeding, and for 43 days without either. */
async function twoPatients(): Promise<[PatientId, PatientId]> {
  const first = await chart(site, [weight])
  await record(first, enrolled('low'), dose)
  await record(first, fever, bleeding, { kind: 'contact', on: '2026-09-20' })
  const second = await chart(site, [weight])
  await record(second, enrolled('high'), dose)
  await record(second, { kind: 'contact', on: '2026-10-13' })
  return [first, second]
}

describe('the overview', () => {
  it('counts both patients of the protocol, and rates by the days on which they were watched', async () => {
    await twoPatients()
    const { dosed, patientYears, total, complications } = await site.api.adverseEvents.overview({
      protocolId: PROTOCOL,
    })
    // From 1 September to 1 October, when the bleeding began, 31 days; to 13 October 43 days.
    expect(patientYears).toBeCloseTo(74 / 365.25, 12)
    expect(dosed).toBe(2)
    expect(total).toMatchObject({ events: 2, patients: 1, serious: 1, byGrade: [0, 0, 1, 0, 0] })
    expect(total.per100PatientYears).toBeCloseTo(987.162, 3)
    expect(complications[0]).toMatchObject({ complication: 'variceal_bleeding', events: 1, episodes: null })
  })

  it('has a board only with the definition of the site', async () => {
    await twoPatients()
    expect((await site.api.adverseEvents.overview({ protocolId: PROTOCOL })).board).toEqual([])
    const content = SiteSafety.parse({
      ...{ schema: 'lobule.safety/1', protocol: PROTOCOL, protocolVersion: '2.0', approvedOn: '2026-01-05' },
      ...{ reporting: { sponsorHours: 24 }, cohorts: [{ id: 'low', title: 'Low dose' }] },
      doseLimiting: { definition: 'grade 3 or higher', windowDays: 28, after: 'first_dose' },
    })
    await site.api.conduct.enterSafety({ protocolId: PROTOCOL, expectedVersion: 0, content })
    const { board } = await site.api.adverseEvents.overview({ protocolId: PROTOCOL })
    const seen = { treated: 1, complete: 1, running: 0, endedEarly: 0, observedDays: 29, doseLimiting: 0 }
    expect(board).toMatchObject([
      { cohort: 'low', title: 'Low dose', ...seen, underAssessment: 1 },
      { cohort: 'high', title: null, ...seen, underAssessment: 0 },
    ])
  })

  it('is empty for a protocol that nobody is in, and not to be had of one that is not shipped', async () => {
    await twoPatients()
    const empty = await site.api.adverseEvents.overview({ protocolId: OTHER })
    expect(empty).toMatchObject({ dosed: 0, patientYears: 0, total: { events: 0, per100PatientYears: null } })
    const unknown = site.api.adverseEvents.overview({ protocolId: ProtocolId.parse('NCT00000000') })
    expect(await failureOf(unknown)).toMatchObject({ code: 'not_found' })
  })
})

describe('the listing as a file', () => {
  it('has a row for each event by patient and onset, and no text that runs as a formula', async () => {
    const [patientId] = await twoPatients()
    const { text, rows, fileName } = await site.api.adverseEvents.exportListing({ patientId })
    const [titles = '', first = '', second = '', ...rest] = text.split('\r\n')
    expect(titles.startsWith('\uFEFFScreening number 筛选号,Subject number 受试者编号,')).toBe(true)
    expect(first).toContain(',发热,fever,general_disorders_and_administration_site_conditions,')
    expect(second).toContain(`,"'=呕血, ""咖啡样""",`)
    expect([rows, rest]).toEqual([2, ['']])
    expect(fileName).toMatch(/^01_adverse-events_S-\d+_20261122\.csv$/)
  })

  it('[C4] leaves its entry in the trail with the hash of what went out', async () => {
    await twoPatients()
    const file = await site.api.adverseEvents.exportListing({ protocolId: PROTOCOL })
    expect(file.sha256).toBe(hash('sha256', Buffer.from(file.text, 'utf8')))
    const [entry] = await site.api.audit.list({ action: 'adverse_event.export_listing' })
    expect(entry).toMatchObject({
      subject: { kind: 'protocol', id: PROTOCOL },
      newValue: { protocol: PROTOCOL, file: file.fileName, rows: 2, sha256: file.sha256 },
    })
  })

  it('is of nobody for a protocol that nobody is in, and of everybody where none is named', async () => {
    await twoPatients()
    expect((await site.api.adverseEvents.exportListing({ protocolId: OTHER })).rows).toBe(0)
    expect((await site.api.adverseEvents.exportListing({})).rows).toBe(2)
  })
})
