import { describe, expect, it } from 'vitest'
import { CivilDate, dayOf } from '#shared/core/civil-date.ts'
import { text } from '#shared/core/text.ts'
import { lineBreaks } from '#shared/core/trends/line-breaks.ts'
import type { Point, VisitBand } from '#shared/core/trends/series.ts'
import { pointOn, trendsFixture } from '#test/support/trends-fixture.ts'
import { linksOf, lookOf as lookOnScreen } from '../../../renderer/charts/drawn-line.ts'
import { type Drawn, drawnOf, lookOf, rangesOf, strokesOf } from './lines.ts'

const drawn = (day: string, value: number, change: Partial<Point> = {}): Drawn => {
  const point = { ...pointOn(day, value), ...change }
  return { at: point.at, value, point }
}

const visit = (from: string, state: string): VisitBand => ({
  visit: 'week-4',
  title: text('Week 4', '第4周'),
  from: dayOf(CivilDate.parse(from)),
  to: dayOf(CivilDate.parse(from)) + 3,
  hasWindow: true,
  state,
  lacking: null,
})

describe('the line of a series', () => {
  const points = [drawn('2026-03-02', 40), drawn('2026-03-30', 44), drawn('2026-04-27', 50)]

  it('joins neighbours', () => {
    expect(strokesOf(points, []).map(({ before, after }) => [before.value, after.value])).toEqual([
      [40, 44],
      [44, 50],
    ])
  })

  it.each(['missed', 'overdue'])('breaks over a visit that is %s', state => {
    const strokes = strokesOf(points, lineBreaks([visit('2026-04-10', state)], 'albumin'))
    expect(strokes.map(({ after }) => after.value)).toEqual([44])
  })

  it.each(['done', 'planned', 'due'])('does not break over a visit that is %s', state => {
    expect(strokesOf(points, lineBreaks([visit('2026-04-10', state)], 'albumin'))).toHaveLength(2)
  })

  it('breaks over a visit that took place without the value, for that series alone', () => {
    const day = dayOf(CivilDate.parse('2026-04-12'))
    const lacking = { from: day, to: day + 1, series: ['albumin' as const] }
    const visits = [{ ...visit('2026-04-10', 'done'), lacking }]
    expect(strokesOf(points, lineBreaks(visits, 'albumin'))).toHaveLength(1)
    expect(strokesOf(points, lineBreaks(visits, 'inr'))).toHaveLength(2)
  })

  it('does not break at a value that was taken on the days of the visit', () => {
    expect(strokesOf(points, lineBreaks([visit('2026-03-29', 'missed')], 'albumin'))).toHaveLength(2)
  })

  it('is weak at a limit and at an unfit specimen, and says a change that may be noise', () => {
    const kind = (change: Partial<Point>) =>
      strokesOf([drawn('2026-03-02', 40), drawn('2026-03-30', 44, change)], [])[0]?.kind
    expect(kind({ comparator: '<' })).toBe('weak')
    expect(kind({ flags: ['specimen'] })).toBe('weak')
    expect(kind({ isWithinVariation: true })).toBe('within')
    expect(kind({})).toBe('plain')
  })

  it('is marked where another laboratory took over', () => {
    const changed = drawn('2026-03-30', 44, { flags: ['laboratory_changed'] })
    expect(strokesOf([drawn('2026-03-02', 40), changed], [])[0]?.isMeasuredOtherwise).toBe(true)
  })
})

describe('a point', () => {
  it.each([
    [{}, { form: 'circle', isHollow: false, isCrossed: false }],
    [{ comparator: '<' }, { form: 'down', isHollow: true, isCrossed: false }],
    [{ comparator: '>=' }, { form: 'up', isHollow: true, isCrossed: false }],
    [{ flags: ['unscheduled'] }, { form: 'circle', isHollow: true, isCrossed: false }],
    [{ flags: ['out_of_window'] }, { form: 'square', isHollow: false, isCrossed: false }],
    [{ flags: ['specimen'] }, { form: 'circle', isHollow: false, isCrossed: true }],
  ] as [Partial<Point>, unknown][])('%j looks like %j', (change, look) => {
    expect(lookOf({ ...pointOn('2026-03-02', 40), ...change })).toEqual(look)
  })

  it('without a value in the unit of the series is not drawn, nor one that a log scale cannot hold', () => {
    const series = trendsFixture().series[0]
    if (series === undefined) throw new Error('a series')
    const points = [
      pointOn('2026-03-02', 0),
      { ...pointOn('2026-03-03', 5), value: null },
      pointOn('2026-03-04', 7),
    ]
    expect(drawnOf({ ...series, points }, false).map(({ value }) => value)).toEqual([0, 7])
    expect(drawnOf({ ...series, points }, true).map(({ value }) => value)).toEqual([7])
  })
})

describe('the range', () => {
  it('is that of each laboratory, changes half-way, and has a gap where none was printed', () => {
    const points = [
      drawn('2026-03-02', 40, { low: 9, high: 50 }),
      drawn('2026-03-12', 44, { low: 9, high: 50 }),
      drawn('2026-03-22', 50, { low: 7, high: 40 }),
      drawn('2026-04-01', 52),
    ]
    const [first, second] = rangesOf(points)
    const start = points[0]?.at ?? 0
    expect(first).toMatchObject({ from: start, to: start + 15, low: 9, high: 50 })
    expect(second).toMatchObject({ from: start + 15, to: start + 25, low: 7, high: 40 })
    expect(rangesOf(points)).toHaveLength(2)
  })
})

describe('what is printed', () => {
  it('is joined, broken and shaped as on the screen', () => {
    const { series, visits } = trendsFixture()
    for (const one of series) {
      const points = drawnOf(one, one.id === 'hbv_dna')
      const shown = points.map(({ at, value, point }) => {
        return { at, value, point, low: point.low, high: point.high, isKept: false }
      })
      const breaks = lineBreaks(visits, one.id)
      const links = linksOf(shown, breaks)
      expect(strokesOf(points, breaks).map(({ before, after, kind }) => [before.at, after.at, kind])).toEqual(
        links.map(({ before, after, kind }) => [before.at, after.at, kind]),
      )
      for (const { point } of points) expect(lookOf(point)).toEqual(lookOnScreen(point))
    }
  })
})
