import { describe, expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { text } from '#shared/core/text.ts'
import type { Point, Series } from '#shared/core/trends/series.ts'
import { pointOn } from '#test/support/trends-fixture.ts'
import { lineOf, shortNumber, shownNumber, sideOf } from './shown-value.ts'

const day = CivilDate.parse('2026-01-01')
const baseline = { value: 50, rule: 'mean' as const, count: 2, from: day, to: day }
const series = (points: readonly Point[], over: Partial<Series> = {}): Series => ({
  ...{ id: 'alanine_aminotransferase', name: text('ALT', 'ALT'), abbreviation: 'ALT', unit: 'U/L' },
  ...{ points: [...points], baseline, notComparable: 0, undated: 0 },
  ...over,
})
const name = ({ abbreviation }: Series) => abbreviation

describe('a value, shown as', () => {
  it.each([
    ['value', 120],
    ['uln', 3],
    ['baseline', 2.4],
    ['change', 70],
  ] as const)('%s', (shown, expected) =>
    expect(shownNumber(120, shown, { high: 40, baseline: 50 })).toBeCloseTo(expected),
  )

  it('is left out and counted where no upper limit was printed with it', () => {
    const { line, leftOut } = lineOf(
      series([{ ...pointOn('2026-01-01', 80), high: 40 }, pointOn('2026-02-01', 80)]),
      'uln',
      name,
    )
    expect(line.points.map(({ value }) => value)).toEqual([2])
    expect(leftOut).toBe(1)
  })

  it('is never drawn where its unit cannot be converted', () => {
    const unknown = { ...pointOn('2026-01-01', 1), value: null }
    expect(lineOf(series([unknown]), 'value', name)).toMatchObject({ line: { points: [] }, leftOut: 1 })
  })

  it('has its baseline at 1 as a multiple of it, at 0 as a change from it, and none among multiples of a limit', () => {
    const level = (shown: 'baseline' | 'change' | 'uln') => lineOf(series([]), shown, name).line.baseline
    expect([level('baseline'), level('change'), level('uln')]).toEqual([1, 0, null])
  })
})

describe('the side of the range on which a value lies', () => {
  const on = (over: Partial<Point>) => sideOf({ ...pointOn('2026-01-01', 45), low: 10, high: 40, ...over })
  it('is told where it is certain', () => {
    expect(on({})).toBe('high')
    expect(on({ value: 5 })).toBe('low')
    expect(on({ value: 40 })).toBeUndefined()
    expect(on({ value: 20, comparator: '>' })).toBeUndefined()
    expect(on({ value: 10, comparator: '<' })).toBe('low')
    expect(on({ value: 45, comparator: '<' })).toBeUndefined()
  })
})

it.each([
  [1234.56, '1235'],
  [12.34, '12.3'],
  [1.234, '1.23'],
  [-0.01234, '-0.012'],
  [2, '2'],
])('writes %d as %s', (value, expected) => expect(shortNumber(value)).toBe(expected))
