import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meldInputs, scored } from '#test/support/scored.ts'
import { meldNa } from './meld-na.ts'
import { meldNaKim } from './meld-na-kim.ts'

const mgDl = (bilirubin: number, inr: number, creatinine: number) => ({
  bilirubinUmolPerL: bilirubin * 17.1,
  creatinineUmolPerL: creatinine * 88.4,
  inr,
  dialysis: false,
})

describe('MELD-Na (OPTN 2016)', () => {
  it.each([
    ['MELD(i) is rounded before the sodium term', mgDl(2.5, 1, 1.2), 131, 18, 17],
    ['MELD(i) of 11.15 rounds to 11 and gets no sodium term', mgDl(1.6, 1.3, 1), 126, 11, 22],
    ['MELD(i) of 11 or less is the score', mgDl(1, 1, 1), 125, 6, 6],
  ])('%s', (_what, inputs, sodiumMmolPerL, score, scoreIfMeldNotRounded) => {
    expect(scored(meldNa({ ...inputs, sodiumMmolPerL }))).toMatchObject({ score, scoreIfMeldNotRounded })
  })

  it.each([
    [118, 125],
    [145, 137],
  ])('counts a sodium of %i as %i', (sodium, counted) => {
    const inputs = mgDl(4, 1.6, 1.5)
    expect(meldNa({ ...inputs, sodiumMmolPerL: sodium })).toEqual(
      meldNa({ ...inputs, sodiumMmolPerL: counted }),
    )
  })

  it('is not scored without sodium', () => {
    expect(meldNa(mgDl(4, 1.6, 1.5))).toEqual({ state: 'missing', fields: ['sodiumMmolPerL'] })
  })

  it('never lies below MELD and never falls when sodium falls', () => {
    const sodium = fc.integer({ min: 110, max: 150 })
    fc.assert(
      fc.property(meldInputs, sodium, fc.integer({ min: 0, max: 15 }), (inputs, sodiumMmolPerL, less) => {
        const before = scored(meldNa({ ...inputs, sodiumMmolPerL }))
        const after = scored(meldNa({ ...inputs, sodiumMmolPerL: sodiumMmolPerL - less }))
        expect(before.score).toBeGreaterThanOrEqual(before.meld)
        expect(after.score).toBeGreaterThanOrEqual(before.score)
        expect(after.score).toBeLessThanOrEqual(40)
      }),
    )
  })
})

describe('MELD-Na of Kim 2008', () => {
  it.each([
    [130, 14.82],
    [120, 19.02],
    [140, 6.43],
    [145, 6.43],
  ])('with a sodium of %i and a MELD of 6.43 is %f', (sodiumMmolPerL, expected) => {
    expect(scored(meldNaKim({ ...mgDl(1, 1, 1), sodiumMmolPerL })).meldNa).toBeCloseTo(expected, 1)
  })
})
