import { describe, expect, it } from 'vitest'
import { CivilDate, dayOf } from '#shared/core/civil-date.ts'
import { outsideTrialFixture, trendsFixture } from '#test/support/trends-fixture.ts'
import { timeAxis } from './time-axis.ts'
import { valueAxis } from './value-axis.ts'

const linear = { isLog: false, isWhole: false }
const log = { isLog: true, isWhole: false }
const labels = (values: readonly number[], kind: Parameters<typeof valueAxis>[1]) =>
  valueAxis(values, kind).ticks.map(tick => tick.labels[0])

describe('a value axis', () => {
  it.each([
    [
      [39, 81],
      ['40', '60', '80'],
    ],
    [
      [-1.88, -1.16],
      ['−1.75', '−1.5', '−1.25'],
    ],
    [
      [0.1, 0.15],
      ['0.1', '0.12', '0.14'],
    ],
  ])('of %j has round ticks %j', (values, ticks) => {
    expect(labels(values, linear)).toEqual(ticks)
  })

  it('goes below 0 only where a value does', () => {
    expect(valueAxis([0, 3], linear).from).toBe(0)
    expect(valueAxis([-1, 3], linear).from).toBeLessThan(-1)
  })

  it('has nothing between grades', () => {
    expect(labels([0, 2], { isLog: false, isWhole: true })).toEqual(['0', '1', '2'])
  })

  it('holds a single value', () => {
    const { from, to } = valueAxis([5], linear)
    expect([from < 5, to > 5]).toEqual([true, true])
  })

  it('of HBV DNA goes in whole powers of ten', () => {
    const axis = valueAxis([20, 3_000_000], log)
    expect([axis.from, axis.to]).toEqual([10, 10_000_000])
    expect(axis.ticks.map(tick => tick.labels[0])).toEqual(['10', '1000', '10⁵', '10⁷'])
  })

  it('leaves a limit some room below it', () => {
    expect(valueAxis([10, 900], log).from).toBe(1)
  })
})

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
