import { describe, expect, it } from 'vitest'
import { scored } from '#test/support/scored.ts'
import { apri } from './apri.ts'
import { fib4 } from './fib4.ts'

describe('APRI', () => {
  it('takes the upper limit of the laboratory that measured', () => {
    const given = { astUPerL: 88, plateletsGigaPerL: 98 }
    expect(scored(apri({ ...given, astUpperLimitUPerL: 40 }))).toBeCloseTo(2.2449, 4)
    expect(scored(apri({ ...given, astUpperLimitUPerL: 35 }))).toBeCloseTo(2.5656, 4)
    expect(apri(given)).toEqual({ state: 'missing', fields: ['astUpperLimitUPerL'] })
  })
})

describe('FIB-4', () => {
  it('grows with age and AST, falls with platelets and with the root of ALT', () => {
    const given = { ageYears: 50, astUPerL: 100, altUPerL: 100, plateletsGigaPerL: 100 }
    expect(scored(fib4(given))).toBe(5)
    expect(scored(fib4({ ...given, ageYears: 60 }))).toBe(6)
    expect(scored(fib4({ ...given, astUPerL: 40 }))).toBe(2)
    expect(scored(fib4({ ...given, altUPerL: 25 }))).toBe(10)
    expect(scored(fib4({ ...given, plateletsGigaPerL: 50 }))).toBe(10)
  })

  it('is refused without platelets', () => {
    const given = { ageYears: 50, astUPerL: 100, altUPerL: 100 }
    expect(fib4({ ...given, plateletsGigaPerL: 0 })).toMatchObject({ field: 'plateletsGigaPerL' })
    expect(fib4(given)).toEqual({ state: 'missing', fields: ['plateletsGigaPerL'] })
  })
})
