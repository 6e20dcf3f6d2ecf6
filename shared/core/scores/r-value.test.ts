import { describe, expect, it } from 'vitest'
import { scored } from '#test/support/scored.ts'
import { nrValue, rValue } from './r-value.ts'

const limits = { altUpperLimitUPerL: 40, alpUpperLimitUPerL: 120, astUpperLimitUPerL: 35 }

describe('R', () => {
  it.each([
    [400, 240, 5, 'mixed'],
    [401, 240, 5.0125, 'hepatocellular'],
    [120, 180, 2, 'mixed'],
    [79, 120, 1.975, 'cholestatic'],
  ])('ALT %i and ALP %i give %f, %s', (altUPerL, alpUPerL, ratio, pattern) => {
    expect(scored(rValue({ ...limits, altUPerL, alpUPerL }))).toEqual({ ratio, pattern })
  })

  it('meets 2 exactly where binary fractions would not: 2.1 over 0.7 times 1.5', () => {
    const inputs = { altUPerL: 2.1, altUpperLimitUPerL: 1, alpUPerL: 1.05, alpUpperLimitUPerL: 1 }
    expect(scored(rValue(inputs))).toEqual({ ratio: 2, pattern: 'mixed' })
  })
})

describe('nR', () => {
  it('takes AST where its multiple is the higher one', () => {
    const given = { ...limits, altUPerL: 120, alpUPerL: 120 }
    expect(scored(nrValue({ ...given, astUPerL: 210 })).ratio).toBe(6)
    expect(scored(nrValue({ ...given, astUPerL: 70 })).ratio).toBe(3)
    expect(nrValue(given)).toEqual({ state: 'missing', fields: ['astUPerL'] })
  })
})
