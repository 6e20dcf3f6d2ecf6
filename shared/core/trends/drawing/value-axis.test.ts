import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areWhole, tickText, valueAxis } from './value-axis.ts'

const linear = { isLog: false, isWhole: false }
const whole = { isLog: false, isWhole: true }
const log = { isLog: true, isWhole: false }
const labels = (values: readonly number[], kind: Parameters<typeof valueAxis>[1]) => {
  const { ticks, isLog } = valueAxis(values, kind)
  return ticks.map(tick => tickText(tick, isLog))
}

describe('the axis of values', () => {
  it('has no tick beside it where values differ in their last digits alone', () => {
    const shown = [999999.9999883616, 999999.9999898786]
    const { from, to, ticks } = valueAxis(shown, { isLog: false, isWhole: false })
    expect(ticks.filter(tick => tick < from || tick > to)).toEqual([])
  })

  it('holds every value, and its ticks lie on it', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(values, fc.boolean(), (shown, isWhole) => {
        const { from, to, ticks } = valueAxis(shown, { isLog: false, isWhole })
        expect(shown.every(value => value >= from && value <= to)).toBe(true)
        expect(ticks.every(tick => tick >= from && tick <= to)).toBe(true)
      }),
    )
  })

  it('does not go below zero where nothing does', () => expect(valueAxis([1, 40], whole).from).toBe(0))

  it('has round ticks', () => expect(valueAxis([18, 92], whole).ticks).toEqual([25, 50, 75]))

  it('has ticks of whole points for a score of whole points', () => {
    expect(valueAxis([10, 17], whole).ticks).toEqual([10, 12, 14, 16])
    expect(valueAxis([5, 6], whole).ticks).toEqual([5, 6])
  })

  it('has ticks around a single value', () => {
    expect(valueAxis([7], whole).ticks).toEqual([6, 7, 8])
    expect(valueAxis([13.5], linear).ticks.length).toBeGreaterThan(1)
  })

  it('has whole powers of ten for a quantity over many of them', () => {
    const axis = valueAxis([20, 3_400_000], log)
    expect(axis).toMatchObject({ from: 10, to: 10_000_000, isLog: true })
    expect(axis.ticks).toEqual([10, 1000, 100_000, 10_000_000])
    expect(axis.ticks.map(tick => tickText(tick, true))).toEqual(['10', '1000', '10⁵', '10⁷'])
  })

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
    expect(labels([0, 2], whole)).toEqual(['0', '1', '2'])
  })

  it('holds a single value', () => {
    const { from, to } = valueAxis([5], linear)
    expect([from < 5, to > 5]).toEqual([true, true])
  })

  it('of HBV DNA goes in whole powers of ten', () => {
    const axis = valueAxis([20, 3_000_000], log)
    expect([axis.from, axis.to]).toEqual([10, 10_000_000])
    expect(labels([20, 3_000_000], log)).toEqual(['10', '1000', '10⁵', '10⁷'])
  })

  it('leaves a limit some room below it', () => {
    expect(valueAxis([10, 900], log).from).toBe(1)
  })

  it('has two ticks at least around a single value, whole or not', () => {
    expect(labels([5], linear)).toEqual(['4.5', '5', '5.5'])
    expect(labels([139], whole)).toEqual(['138', '139', '140'])
  })

  it('has two ticks for a score and its baseline within the same point', () => {
    expect(labels([12, 12.3], whole)).toEqual(['12', '13'])
    expect(labels([12.7, 13], whole)).toEqual(['12', '13'])
  })

  it('is empty where nothing is shown', () => expect(valueAxis([0], log).ticks).toEqual([]))
})

describe('a quantity', () => {
  const score = { value: 14, low: null, high: null }
  it.each([
    [[score], true],
    [[score, { value: 14.5, low: null, high: null }], false],
    [[{ value: 1, low: 0.8, high: 1.2 }], false],
    [[{ value: 40, low: 9, high: 50 }], true],
  ])('%j is counted in whole steps: %s', (points, isWhole) => expect(areWhole(points)).toBe(isWhole))
})
