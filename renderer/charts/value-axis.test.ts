import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tickText, valueAxis } from './value-axis.ts'

describe('the axis of values', () => {
  it('holds every value, and its ticks lie on it', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(values, shown => {
        const { from, to, ticks } = valueAxis(shown)
        expect(shown.every(value => value >= from && value <= to)).toBe(true)
        expect(ticks.every(tick => tick >= from && tick <= to)).toBe(true)
      }),
    )
  })

  it('does not go below zero where nothing does', () => expect(valueAxis([1, 40]).from).toBe(0))

  it('has round ticks', () => expect(valueAxis([18, 92]).ticks).toEqual([25, 50, 75]))

  it('has ticks of whole points for a score of whole points', () => {
    expect(valueAxis([10, 17]).ticks).toEqual([10, 12, 14, 16])
    expect(valueAxis([5, 6]).ticks).toEqual([5, 6])
  })

  it('has ticks around a single value', () => {
    expect(valueAxis([7]).ticks).toEqual([6, 7, 8])
    expect(valueAxis([13.5]).ticks.length).toBeGreaterThan(1)
  })

  it('has whole powers of ten for a quantity over many of them', () => {
    const axis = valueAxis([20, 3_400_000], true)
    expect(axis).toMatchObject({ from: 10, to: 10_000_000, isLog: true })
    expect(axis.ticks).toEqual([10, 1000, 100_000, 10_000_000])
    expect(axis.ticks.map(tick => tickText(tick, true))).toEqual(['10', '1000', '10⁵', '10⁷'])
  })
})
