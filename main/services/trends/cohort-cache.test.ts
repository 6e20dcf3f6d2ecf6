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
      other.close()
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
