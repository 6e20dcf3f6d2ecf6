import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meldInputs, scored } from '#test/support/scored.ts'
import { type MeldInputs, meld } from './meld.ts'

const healthy: MeldInputs = { bilirubinUmolPerL: 10, creatinineUmolPerL: 60, inr: 0.9, dialysis: false }
const of = (change: Partial<MeldInputs>) => scored(meld({ ...healthy, ...change }))

describe('MELD', () => {
  it('is 6 where all three lie below 1.0', () => {
    expect(of({})).toEqual({ raw: 6.43, score: 6 })
  })

  it.each([
    ['creatinine of 4.5 mg/dL counts as 4.0', { creatinineUmolPerL: 397.8 }, { creatinineUmolPerL: 353.6 }],
    ['dialysis counts as creatinine 4.0', { dialysis: true }, { creatinineUmolPerL: 353.6 }],
    ['creatinine of 0.5 mg/dL counts as 1.0', { creatinineUmolPerL: 44.2 }, { creatinineUmolPerL: 88.4 }],
    ['bilirubin of 0.5 mg/dL counts as 1.0', { bilirubinUmolPerL: 8.55 }, { bilirubinUmolPerL: 17.1 }],
  ])('%s', (_what, one, other) => {
    expect(of(one).raw).toBeCloseTo(of(other).raw, 10)
  })

  it('is at most 40, and keeps the raw value beside it', () => {
    const worst = of({ bilirubinUmolPerL: 600, creatinineUmolPerL: 500, inr: 6 })
    expect(worst.score).toBe(40)
    expect(worst.raw).toBeGreaterThan(40)
  })

  it('needs every input, dialysis too, and names all that are missing', () => {
    expect(meld({ bilirubinUmolPerL: 30, inr: 1.2 })).toEqual({
      state: 'missing',
      fields: ['creatinineUmolPerL', 'dialysis'],
    })
  })

  it.each([
    ['creatinine in the wrong unit', { creatinineUmolPerL: 1.2 }, 'creatinineUmolPerL'],
    ['an INR of 0', { inr: 0 }, 'inr'],
    ['no number', { bilirubinUmolPerL: Number.NaN }, 'bilirubinUmolPerL'],
  ])('is refused for %s, by name', (_what, change, field) => {
    expect(meld({ ...healthy, ...change })).toMatchObject({ state: 'implausible', field })
  })

  it('lies between 6 and 40 and never falls when one of its tests rises', () => {
    const rising = fc.constantFrom('bilirubinUmolPerL', 'creatinineUmolPerL', 'inr')
    fc.assert(
      fc.property(
        meldInputs,
        rising,
        fc.double({ min: 1, max: 1.5, noNaN: true }),
        (inputs, field, factor) => {
          const before = scored(meld(inputs))
          const after = scored(meld({ ...inputs, [field]: inputs[field] * factor }))
          expect(before.score).toBeGreaterThanOrEqual(6)
          expect(after.score).toBeLessThanOrEqual(40)
          expect(after.raw).toBeGreaterThanOrEqual(before.raw)
          expect(after.score).toBeGreaterThanOrEqual(before.score)
        },
      ),
    )
  })
})
