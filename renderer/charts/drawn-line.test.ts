import { describe, expect, it } from 'vitest'
import type { Point } from '#shared/core/trends/series.ts'
import { pointOn } from '#test/support/trends-fixture.ts'
import { type DrawnPoint, linksOf, lookOf, rangesOf } from './drawn-line.ts'

const drawn = (at: number, value: number, over: Partial<Point> = {}): DrawnPoint => {
  const point = { ...pointOn('2026-03-01', value), ...over, at }
  return { point, at, value, low: point.low, high: point.high, isKept: false }
}

describe('the line of a series', () => {
  it('joins neighbours, and breaks where a visit between them was missed', () => {
    const points = [drawn(0, 1), drawn(10, 2), drawn(30, 3)]
    const links = linksOf(points, [{ from: 18, to: 22 }])
    expect(links.map(({ before, after }) => [before.at, after.at])).toEqual([[0, 10]])
  })

  it('does not break at a missed visit on whose days something was measured all the same', () => {
    expect(linksOf([drawn(0, 1), drawn(20.4, 2), drawn(40, 3)], [{ from: 20, to: 21 }])).toHaveLength(2)
  })

  it('is weak towards a limit or an unfit specimen, and quiet where the change may be noise', () => {
    const points = [
      drawn(0, 10),
      drawn(1, 20, { comparator: '<' }),
      drawn(2, 30),
      drawn(3, 31, { isWithinVariation: true }),
      drawn(4, 90, { flags: ['specimen'] }),
    ]
    expect(linksOf(points, []).map(({ kind }) => kind)).toEqual(['weak', 'weak', 'within', 'weak'])
  })

  it('marks where another laboratory, examiner, device or breathing phase measured', () => {
    const points = [drawn(0, 1), drawn(1, 1), drawn(2, 1, { flags: ['examiner_changed'] })]
    expect(linksOf(points, []).map(link => link.isMeasuredOtherwise)).toEqual([false, true])
  })
})

describe('the shape of a point', () => {
  it.each([
    [
      { comparator: null, flags: [] },
      { form: 'circle', isHollow: false, isCrossed: false },
    ],
    [
      { comparator: '<', flags: [] },
      { form: 'down', isHollow: true, isCrossed: false },
    ],
    [
      { comparator: '>=', flags: [] },
      { form: 'up', isHollow: true, isCrossed: false },
    ],
    [
      { comparator: null, flags: ['unscheduled'] },
      { form: 'circle', isHollow: true, isCrossed: false },
    ],
    [
      { comparator: null, flags: ['out_of_window'] },
      { form: 'square', isHollow: false, isCrossed: false },
    ],
    [
      { comparator: null, flags: ['specimen'] },
      { form: 'circle', isHollow: false, isCrossed: true },
    ],
  ] satisfies [Pick<Point, 'comparator' | 'flags'>, object][])('tells %o', (point, look) =>
    expect(lookOf(point)).toEqual(look),
  )
})

describe('the band of the printed ranges', () => {
  it('changes half-way to the first value of another laboratory, and has a gap where none was printed', () => {
    const with40 = { low: 9, high: 40 }
    const points = [
      drawn(0, 1, with40),
      drawn(10, 1, with40),
      drawn(20, 1, { low: 0, high: 50 }),
      drawn(30, 1, { low: null, high: null }),
    ]
    expect(rangesOf(points)).toEqual([
      { from: 0, to: 15, low: 9, high: 40 },
      { from: 15, to: 25, low: 0, high: 50 },
    ])
  })
})
