import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../decimal.ts'
import { multipleOf, roundedHalfUp, roundedTo, scorer } from './result.ts'

describe('rounding', () => {
  it.each([
    [16.5, 17],
    [16.499_999_999_999_996, 17],
    [16.49, 16],
    [0, 0],
  ])('%f is the whole number %i', (value, whole) => {
    expect(roundedHalfUp(value)).toBe(whole)
  })

  it.each([
    [2.715_29, 2, 2.72],
    [1.005, 2, 1.01],
    [-1.3866, 2, -1.39],
    [-2.625, 2, -2.63],
  ])('%f with %i decimals is %f', (value, places, shown) => {
    expect(roundedTo(value, places)).toBe(shown)
  })
})

it('a multiple is exact where binary fractions are not', () => {
  expect(multipleOf(2.1, 0.7)).toBe(3)
  expect(multipleOf(0.3, 0.1)).toBe(3)
})

it('a multiple is what division by decimals says, however many places the values have', () => {
  const value = fc
    .tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.nat({ max: 7 }))
    .map(([digits, places]) => digits / 10 ** places)
  fc.assert(
    fc.property(value, value, (upper, lower) => {
      fc.pre(lower > 0)
      expect(multipleOf(upper, lower)).toBe(new Decimal(upper).dividedBy(lower).toNumber())
    }),
    { numRuns: 3000 },
  )
})

it('a score with something missing says all of it, before anything implausible', () => {
  const ratio = scorer(
    { over: { low: 1, high: 9 }, under: { low: 1, high: 9 }, said: 'said' },
    ({ over, under }: { over: number; under: number; said: boolean }) => over / under,
  )
  expect(ratio({ over: 99 })).toEqual({ state: 'missing', fields: ['under', 'said'] })
  expect(ratio({ over: 99, under: 2, said: false })).toEqual({
    state: 'implausible',
    field: 'over',
    low: 1,
    high: 9,
  })
  expect(ratio({ over: 8, under: 2, said: false })).toEqual({ state: 'scored', value: 4 })
})
