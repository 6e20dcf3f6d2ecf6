import { describe, expect, it } from 'vitest'
import { CivilDate, dayOf } from '#shared/core/civil-date.ts'
import { outsideTrialFixture, trendsFixture } from '#test/support/trends-fixture.ts'
import { timeAxis } from './time-axis.ts'

describe('the time axis', () => {
  it('has weeks after the first dose, each over its date, and no more than fit', () => {
    const { ticks } = timeAxis(trendsFixture(), 6)
    expect(ticks.length).toBeLessThanOrEqual(7)
    expect(ticks).toContainEqual({ at: dayOf(CivilDate.parse('2026-03-02')), labels: ['W0', '2026-03-02'] })
    expect(ticks).toContainEqual({ at: dayOf(CivilDate.parse('2026-08-17')), labels: ['W24', '2026-08-17'] })
  })

  it('has months where there is no first dose', () => {
    const { ticks } = timeAxis(outsideTrialFixture(), 6)
    for (const { labels: words } of ticks) expect(words[0]).toMatch(/^\d{4}-\d{2}$/)
  })

  it('begins with what was measured, not with a treatment that began years before', () => {
    const trends = trendsFixture()
    const [mark] = trends.marks
    if (mark === undefined) throw new Error('the fixture has no marks')
    const old = { ...mark, kind: 'antiviral' as const, at: 10_000, until: 40_000 }
    expect(timeAxis({ ...trends, marks: [...trends.marks, old] }, 6).from).toBe(timeAxis(trends, 6).from)
  })

  it('ends with what there is, not with visits that are years away', () => {
    const trends = trendsFixture()
    const far = {
      ...trends,
      visits: [...trends.visits, ...trends.visits.map(one => ({ ...one, from: 30_000, to: 30_001 }))],
    }
    expect(timeAxis(far, 6).to).toBe(timeAxis(trends, 6).to)
  })
})
