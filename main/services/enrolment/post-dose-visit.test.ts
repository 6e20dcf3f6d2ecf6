import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import type { FactId } from '#shared/core/ids.ts'
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

const override = {
  second: { loginName: 'coordinator', password: PASSWORD },
  reason: 'the dose was put off, the visit was not',
}
const contentOf = (content: object) => FactContent.parse({ protocol: PROTOCOL, ...content })
const record = async (content: object, witnessed = false): Promise<FactId> => {
  const { facts } = await site.api.facts.record({
    patientId: site.patientId,
    facts: [{ content: contentOf(content) }],
    ...(witnessed && { override }),
  })
  if (facts[0] === undefined) throw new Error('nothing charted')
  return facts[0].id
}
const dose = (number: number, from: string) => ({ kind: 'dose', number, from })
const visit = (name: string, from: string, more: object = {}) => ({
  ...{ kind: 'visit', visit: name, from, status: 'done' },
  ...more,
})
const deviations = () => site.api.enrolment.deviations({ patientId: site.patientId })
const CLOSED = { code: 'gate_closed', reasons: ['no_earlier_dose'] }
const window = { title: 'At the site', before: 2, after: 2, assessments: [] }

/** Signed and enrolled, with visits of the site's own; two days later. */
async function startCourse() {
  await sign(site, site.request)
  await record({ kind: 'enrolment', status: 'enrolled', on: '2026-11-22' })
  await site.api.conduct.enterSchedule({
    ...{ protocolId: PROTOCOL, expectedVersion: 0 },
    content: siteSchedule(PROTOCOL, {
      extraVisits: [
        { ...window, id: 'week-1', anchor: { from: 'dose', number: 1 }, day: 7 },
        { ...window, id: 'pre-dose-2', anchor: { from: 'dose', number: 2 }, day: -1 },
        { ...window, id: 'week-25', anchor: { from: 'dose', number: 2 }, day: 7 },
      ],
    }),
  })
  site.clock.advance(2 * 86_400)
}

describe('[F1] a visit counted from a dose', () => {
  it('is charted without that dose only with a second person, as a deviation that stands in the list', async () => {
    await startCourse()
    const early = visit('week-1', '2026-11-23')
    expect(await failureOf(record(early))).toEqual(CLOSED)
    const fact = await record(early, true)
    expect(await deviations()).toMatchObject([
      { fact, step: 'post_dose_visit', number: 1, missing: ['no_earlier_dose'] },
    ])
    const listed = await site.api.deviations.list({ patientId: site.patientId })
    const found = listed.find(({ kind }) => kind === 'step_without_gate')
    expect(found?.on).toBe('2026-11-23')
    expect(found?.text.en).toContain('Visit after dose 1')
    expect(found?.text['zh-CN']).toContain('第1次给药后访视')
  })

  it('may be on the day of the dose and later, and on no day before it', async () => {
    await startCourse()
    await record(dose(1, '2026-11-23T09:00:00+08:00'))
    expect(await failureOf(record(visit('week-1', '2026-11-22')))).toEqual(CLOSED)
    await record(visit('week-1', '2026-11-23T08:00:00+08:00'))
    expect(await failureOf(record(visit('week-25', '2026-11-24')))).toEqual(CLOSED)
    expect(await deviations()).toEqual([])
  })

  it('is free where it comes before its dose, did not take place, or is counted from no dose', async () => {
    await startCourse()
    await record(visit('pre-dose-2', '2026-11-24'))
    await record(visit('week-1', '2026-11-24', { status: 'missed', reason: 'flood' }))
    await record(visit('unscheduled', '2026-11-24'))
    await record(visit('baseline', '2026-11-22'))
    expect(await deviations()).toEqual([])
  })

  it('is asked of a protocol that has yet to say which dose it counts from, by the first', async () => {
    await startCourse()
    const other = { protocol: 'NCT07413549' }
    expect(await failureOf(record(visit('week-1', '2026-11-23', other)))).toEqual(CLOSED)
    await record({ ...dose(1, '2026-11-22'), ...other }, true)
    await record(visit('week-1', '2026-11-23', other))
    expect(await failureOf(record(visit('week-2', '2026-11-24', { ...other, number: 2 })))).toEqual(CLOSED)
  })

  it('keeps its dose: it is moved behind the visit only with a second person, and once', async () => {
    await startCourse()
    const factId = await record(dose(1, '2026-11-22'))
    const fact = await record(visit('week-1', '2026-11-23'))
    const correction = {
      ...{ factId, expectedVersion: 1, reason: 'wrong day' },
      content: contentOf(dose(1, '2026-11-24')),
    }
    expect(await failureOf(site.api.facts.correct(correction))).toEqual(CLOSED)
    await site.api.facts.correct({ ...correction, override })
    expect(await deviations()).toMatchObject([{ fact, step: 'post_dose_visit' }])
    await record(visit('unscheduled', '2026-11-24'))
  })
})
