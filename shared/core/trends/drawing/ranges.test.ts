import { describe, expect, it } from 'vitest'
import { pointOn } from '#test/support/trends-fixture.ts'
import { limitsNear, rangesOf } from './ranges.ts'

type Limits = Partial<Record<'low' | 'high', number | null>>
const on = (day: string, limits: Limits = {}) => ({ ...pointOn(day, 40), ...limits })
const drawn = (at: number, limits: Limits) => ({ ...on('2026-03-01', limits), at })

describe('the band of the printed ranges', () => {
  it('changes half-way to the first value of another laboratory, and has a gap where none was printed', () => {
    const with40 = { low: 9, high: 40 }
    const points = [
      drawn(0, with40),
      drawn(10, with40),
      drawn(20, { low: 0, high: 50 }),
      drawn(30, { low: null, high: null }),
    ]
    expect(rangesOf(points)).toEqual([
      { from: 0, to: 15, low: 9, high: 40 },
      { from: 15, to: 25, low: 0, high: 50 },
    ])
  })

  it('is that of each laboratory, changes half-way, and has a gap where none was printed', () => {
    const points = [
      on('2026-03-02', { low: 9, high: 50 }),
      on('2026-03-12', { low: 9, high: 50 }),
      on('2026-03-22', { low: 7, high: 40 }),
      on('2026-04-01'),
    ]
    const [first, second] = rangesOf(points)
    const start = points[0]?.at ?? 0
    expect(first).toMatchObject({ from: start, to: start + 15, low: 9, high: 50 })
    expect(second).toMatchObject({ from: start + 15, to: start + 25, low: 7, high: 40 })
    expect(rangesOf(points)).toHaveLength(2)
  })
})

describe('the limits that an axis holds', () => {
  it('are those near the values: one far off would press the values flat', () => {
    const limits = [
      { low: 9, high: 50 },
      { low: null, high: 400 },
    ]
    expect(limitsNear([30, 45], limits)).toEqual([50])
    expect(limitsNear([10, 45], limits)).toEqual([9, 50])
  })

  it('are those within a quarter of a single value', () => {
    expect(limitsNear([40], [{ low: 31, high: 51 }])).toEqual([31])
  })
})
