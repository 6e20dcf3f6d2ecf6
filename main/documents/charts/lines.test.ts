import { describe, expect, it } from 'vitest'
import { pointOn, trendsFixture } from '#test/support/trends-fixture.ts'
import { drawnOf } from './lines.ts'

describe('a point', () => {
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
