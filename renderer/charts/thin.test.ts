import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thin } from './thin.ts'

const points = fc
  .array(fc.record({ value: fc.double({ noNaN: true, min: 0, max: 1e4 }), isKept: fc.boolean() }), {
    minLength: 1,
    maxLength: 3000,
  })
  .map(list => list.map((one, index) => ({ ...one, at: index / 7, isKept: one.isKept && index % 40 === 0 })))

describe('thinning points for drawing', () => {
  it('draws every point where they can be told apart', () => {
    const few = [1, 2, 3].map(at => ({ at, value: at, isKept: false }))
    expect(thin(few, 3, 100)).toEqual(few)
  })

  it('keeps the first, the last, both extremes and everything that is flagged, in order, and invents nothing', () => {
    fc.assert(
      fc.property(points, all => {
        const drawn = thin(all, all.length / 7, 50)
        expect(drawn.at(0)).toBe(all.at(0))
        expect(drawn.at(-1)).toBe(all.at(-1))
        const values = (list: readonly { value: number }[]) => list.map(({ value }) => value)
        expect(Math.max(...values(drawn))).toBe(Math.max(...values(all)))
        expect(Math.min(...values(drawn))).toBe(Math.min(...values(all)))
        expect(drawn.filter(({ isKept }) => isKept)).toEqual(all.filter(({ isKept }) => isKept))
        expect(all.filter(one => drawn.includes(one))).toEqual(drawn)
      }),
    )
  })

  it('draws no more than a few points in a pixel, however many were measured', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ at, value: at % 13, isKept: false }))
    expect(thin(many, 10_000, 300).length).toBeLessThanOrEqual(4 * 301)
  })
})
