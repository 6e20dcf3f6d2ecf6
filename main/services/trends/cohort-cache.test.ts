import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import { type PatientId, ProtocolId } from '#shared/core/ids.ts'
import { ChartingChoices } from '#shared/core/trends/charting-choices.ts'
import { siteSchedule } from '#test/support/calendar.ts'
import type { Content } from '#test/support/chart-builder.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { secondProcess } from '#test/support/second-process.ts'

const protocolId = ProtocolId.parse('NCT05106972')
const reason = 'read again from the report'
const override = {
  second: { loginName: 'sub_investigator', password: PASSWORD },
  reason: 'charted from paper',
}
const enrolled: Content = { kind: 'enrolment', on: '2026-09-01', protocol: protocolId, status: 'enrolled' }
const dose: Content = { kind: 'dose', protocol: protocolId, number: 1, from: '2026-09-02T10:00:00+08:00' }
const bilirubin = (on: string, value: string): Content => ({
  ...{ kind: 'laboratory', on, loinc: '14631-6', value, unit: 'umol/L' },
  ...{ range: { high: '17.1' }, laboratory: 'Central' },
})

/** Two patients in the trial, and everything that a cohort rests on as something that can be changed. */
async function trialSite() {
  const site = await startSite()
  await site.addUser('sub_investigator')
  const first = await enter(site, 'S-001')
  await enter(site, 'S-002')
  const record = (...contents: Content[]) =>
    site.api.facts.record({
      patientId: first,
      facts: contents.map(one => ({ content: FactContent.parse(one) })),
    })
  const lastOf = async () => {
    const { facts } = await record(bilirubin('2026-09-20', '52'))
    return { factId: facts[0]?.id ?? expect.fail(), expectedVersion: 1, reason }
  }
  const changes: Record<string, () => Promise<unknown>> = {
    'a patient more': () => enter(site, 'S-003'),
    record: () => record(bilirubin('2026-10-01', '71')),
    correct: async () =>
      site.api.facts.correct({
        ...(await lastOf()),
        content: FactContent.parse(bilirubin('2026-09-20', '25')),
      }),
    retract: async () => site.api.facts.retract(await lastOf()),
    death: () => record({ kind: 'death', on: '2026-11-01' }),
    amend: () => site.api.patients.amend({ id: first, expectedVersion: 1, changes: { sex: 'male' }, reason }),
    schedule: () =>
      site.api.conduct.enterSchedule({
        ...{ protocolId, expectedVersion: 0 },
        content: siteSchedule(protocolId, { windows: [{ visit: 'dose-2', before: 3, after: 7 }] }),
      }),
    charting: () =>
      site.api.conduct.enterCharting({
        ...{ protocolId, expectedVersion: 0 },
        content: ChartingChoices.parse({
          ...{ schema: 'lobule.charting/1', protocol: protocolId, baseline: { rule: 'last' }, variation: [] },
        }),
      }),
    'a day later': async () => site.clock.advance(24 * 3600),
    'another process': async () => {
      const other = secondProcess(site)
      await other.as('chen')
      const content = FactContent.parse(bilirubin('2026-10-09', '33'))
      await other.api.facts.record({ patientId: first, facts: [{ content }] })
      await other.close()
    },
  }
  return { site, changes }
}

async function enter(site: TestSite, screeningNumber: string): Promise<PatientId> {
  const person = { screeningNumber, initials: 'WXM', sex: 'female' } as const
  const { patient } = await site.api.patients.register(person)
  const contents = [enrolled, dose, bilirubin('2026-09-01', '40'), bilirubin('2026-09-09', '60')]
  const facts = contents.map(content => ({ content: FactContent.parse(content) }))
  await site.api.facts.record({ patientId: patient.id, facts, override })
  return patient.id
}

const names = [
  ...['a patient more', 'record', 'correct', 'retract', 'death', 'amend', 'schedule', 'charting'],
  ...['a day later', 'another process'],
]

it('what is kept of a cohort is what a session finds that has looked at none, in whatever order things change', async () => {
  const order = fc.shuffledSubarray(names, { minLength: names.length })
  await fc.assert(
    fc.asyncProperty(order, async steps => {
      const { site, changes } = await trialSite()
      const cohort = () => site.api.trends.cohort({ protocolId, series: ['bilirubin_total', 'meld'] })
      try {
        expect((await cohort()).patients).toHaveLength(2)
        for (const step of steps) {
          await changes[step]?.()
          const kept = await cohort()
          await site.as('chen')
          expect(kept, step).toEqual(await cohort())
        }
        expect((await cohort()).patients).toHaveLength(3)
      } finally {
        site.dispose()
      }
    }),
    { numRuns: 4 },
  )
}, 60_000)

it('is read anew when the site reads otherwise after which dose its visits are counted', async () => {
  const site = await startSite()
  const blinded = ProtocolId.parse('NCT07413549')
  const about = { protocol: blinded }
  await site.addUser('sub_investigator')
  const { patient } = await site.api.patients.register({
    ...{ screeningNumber: 'S-001', initials: 'WXM', sex: 'female' },
  })
  const contents = [
    { kind: 'enrolment', ...about, on: '2026-08-31', status: 'enrolled' },
    { kind: 'dose', ...about, number: 1, from: '2026-09-02T10:00:00+08:00' },
    { kind: 'dose', ...about, number: 2, from: '2026-10-01T10:00:00+08:00' },
    { kind: 'visit', ...about, visit: 'week-1', from: '2026-10-08', status: 'done' },
    bilirubin('2026-09-01', '40'),
    bilirubin('2026-10-08', '31'),
  ]
  const facts = contents.map(content => ({ content: FactContent.parse(content) }))
  await site.api.facts.record({ patientId: patient.id, facts, override })
  await site.api.conduct.enterCharting({
    ...{ protocolId: blinded, expectedVersion: 0 },
    content: ChartingChoices.parse({
      ...{ schema: 'lobule.charting/1', protocol: blinded, baseline: { rule: 'last' }, variation: [] },
    }),
  })
  const choose = (expectedVersion: number, dose: string) =>
    site.api.protocols.chooseReadings({
      ...{ protocolId: blinded, expectedVersion, readings: { 'after-administration': dose }, reason },
    })
  const numbers = async () => {
    const { changes } = await site.api.trends.cohort({ protocolId: blinded, series: ['bilirubin_total'] })
    const { visits } = changes.find(({ series }) => series === 'bilirubin_total') ?? expect.fail()
    return visits.filter(({ visit }) => visit === 'week-1').map(({ number }) => number)
  }
  await choose(0, 'first')
  expect(await numbers()).toEqual([null])
  await choose(1, 'each')
  expect(await numbers()).toEqual([1, 2])
  site.dispose()
}, 60_000)
