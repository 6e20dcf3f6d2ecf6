import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meldInputs, scored } from '#test/support/scored.ts'
import { type Meld3Inputs, meld3, meld3Requirements } from './meld-3.ts'

const floor: Meld3Inputs = {
  bilirubinUmolPerL: 17.1,
  creatinineUmolPerL: 88.4,
  inr: 1,
  dialysis: false,
  sodiumMmolPerL: 137,
  albuminGPerL: 35,
  sex: 'male',
  ageYears: 50,
}
const of = (change: Partial<Meld3Inputs>) => scored(meld3({ ...floor, ...change }))

describe('MELD 3.0', () => {
  it.each([
    ['a man at every bound has 6', {}, 6],
    ['a woman has 1.33 more', { sex: 'female' }, 7.33],
    ['from 12 to 17 years both sexes have 7.33', { ageYears: 17 }, 7.33],
    ['and a girl has no more than a boy', { ageYears: 12, sex: 'female' }, 7.33],
    ['albumin below 1.5 g/dL counts as 1.5', { albuminGPerL: 10 }, 9.7],
    ['sodium below 125 counts as 125', { sodiumMmolPerL: 110 }, 15.84],
    ['creatinine above 3.0 mg/dL counts as 3.0', { creatinineUmolPerL: 900 }, 6 + 11.14 * Math.log(3)],
    ['dialysis counts as creatinine 3.0', { dialysis: true }, 6 + 11.14 * Math.log(3)],
  ] as const)('%s', (_what, change, raw) => {
    expect(of(change).raw).toBeCloseTo(raw, 9)
  })

  it('rounds an exact half up: sodium 126 and albumin 2.7 g/dL give 16.5', () => {
    expect(of({ sodiumMmolPerL: 126, albuminGPerL: 27 }).score).toBe(17)
  })

  it('is held at 40, with the uncapped value beside it', () => {
    const worst = { bilirubinUmolPerL: 617.31, creatinineUmolPerL: 688, inr: 2.2, sodiumMmolPerL: 133 }
    expect(of({ ...worst, albuminGPerL: 24 })).toMatchObject({ score: 40, uncapped: 41 })
    expect(of(worst)).toMatchObject({ score: 40, uncapped: 42 })
    expect(of({ ...worst, inr: 1.6 })).toMatchObject({ score: 39, uncapped: 39 })
  })

  it.each([
    ['an unknown sex', { sex: undefined }, { state: 'missing', fields: ['sex'] }],
    ['an unknown age', { ageYears: undefined }, { state: 'missing', fields: ['ageYears'] }],
    ['a child below 12', { ageYears: 11 }, { state: 'implausible', field: 'ageYears' }],
    ['albumin in g/dL', { albuminGPerL: 3.1 }, { state: 'implausible', field: 'albuminGPerL' }],
  ])('is not scored for %s', (_what, change, expected) => {
    expect(meld3({ ...floor, ...change })).toMatchObject(expected)
  })

  it.each(Object.entries(meld3Requirements))(
    'takes %s as far as it is plausible, and no further',
    (field, range) => {
      expect(meld3({ ...floor, [field]: undefined })).toEqual({ state: 'missing', fields: [field] })
      if (range === 'said') return
      for (const value of [range.low, range.high]) {
        expect(meld3({ ...floor, [field]: value }).state).toBe('scored')
      }
      for (const value of [range.low - 0.001, range.high + 0.001]) {
        expect(meld3({ ...floor, [field]: value })).toMatchObject({ state: 'implausible', field })
      }
    },
  )

  // Beyond bilirubin of 30 mg/dL or creatinine of 2.7 the formula's products turn the terms of sodium and albumin.
  it('never falls when a test worsens', () => {
    const worse = fc.constantFrom<Partial<Meld3Inputs>>(
      { bilirubinUmolPerL: 1000 },
      { inr: 8 },
      { creatinineUmolPerL: 230 },
      { sodiumMmolPerL: 120 },
      { albuminGPerL: 14 },
      { sex: 'female' },
    )
    const inputs = fc.record({
      bilirubinUmolPerL: fc.integer({ min: 5, max: 513 }),
      creatinineUmolPerL: fc.integer({ min: 20, max: 230 }),
      sodiumMmolPerL: fc.integer({ min: 120, max: 150 }),
      albuminGPerL: fc.integer({ min: 14, max: 50 }),
    })
    fc.assert(
      fc.property(meldInputs, inputs, worse, (shared, own, change) => {
        const before = { ...floor, ...shared, dialysis: false, ...own }
        expect(of({ ...before, ...change }).raw).toBeGreaterThanOrEqual(of(before).raw - 1e-9)
      }),
    )
  })
})
