import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scored } from '#test/support/scored.ts'
import { cockcroftGault } from './cockcroft-gault.ts'
import { egfrCkdEpi2009, egfrCkdEpi2021 } from './egfr.ts'

describe('eGFR', () => {
  it.each([
    ['female', 0.7, 142 * 1.012, 141 * 1.018],
    ['male', 0.9, 142, 141],
  ] as const)('of a %s whose creatinine is κ depends on age alone', (sex, kappa, of2021, of2009) => {
    const given = { creatinineUmolPerL: kappa * 88.4, ageYears: 20, sex }
    expect(scored(egfrCkdEpi2021(given))).toBeCloseTo(of2021 * 0.9938 ** 20, 9)
    expect(scored(egfrCkdEpi2009(given))).toBeCloseTo(of2009 * 0.993 ** 20, 9)
  })

  it.each([
    ['female', 44.2, 25, 133.401],
    ['female', 397.8, 67, 10.157],
    ['male', 44.2, 48, 125.815],
    ['male', 397.8, 48, 15.271],
  ] as const)('of a %s with %f µmol/L at %i years is %f', (sex, creatinineUmolPerL, ageYears, expected) => {
    expect(scored(egfrCkdEpi2021({ creatinineUmolPerL, ageYears, sex }))).toBeCloseTo(expected, 2)
  })

  it('is for adults, and for a known sex', () => {
    const given = { creatinineUmolPerL: 80, ageYears: 17, sex: 'male' } as const
    expect(egfrCkdEpi2021(given)).toMatchObject({ state: 'implausible', field: 'ageYears', low: 18 })
    expect(egfrCkdEpi2021({ ...given, sex: undefined })).toEqual({ state: 'missing', fields: ['sex'] })
  })

  it('falls with creatinine and with age', () => {
    const creatinine = fc.integer({ min: 20, max: 1500 })
    fc.assert(
      fc.property(creatinine, fc.integer({ min: 18, max: 100 }), (creatinineUmolPerL, ageYears) => {
        const given = { creatinineUmolPerL, ageYears, sex: 'female' } as const
        const value = scored(egfrCkdEpi2021(given))
        const after = { ...given, creatinineUmolPerL: creatinineUmolPerL + 1 }
        expect(scored(egfrCkdEpi2021(after))).toBeLessThan(value)
        expect(scored(egfrCkdEpi2021({ ...given, ageYears: ageYears + 1 }))).toBeLessThan(value)
      }),
    )
  })
})

describe('Cockcroft-Gault', () => {
  it('of a woman is 85 % of that of a man', () => {
    const given = { creatinineUmolPerL: 88.4, ageYears: 68, weightKg: 60 }
    expect(scored(cockcroftGault({ ...given, sex: 'male' }))).toBeCloseTo(60, 9)
    expect(scored(cockcroftGault({ ...given, sex: 'female' }))).toBeCloseTo(51, 9)
  })
})
