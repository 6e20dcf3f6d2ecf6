import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scored } from '#test/support/scored.ts'
import {
  type ChildPughInputs,
  type ChildPughVariant,
  childPugh,
  cholestaticBilirubinPoints,
} from './child-pugh.ts'
import { plausible } from './inputs.ts'

const best: ChildPughInputs = {
  bilirubinUmolPerL: 10,
  albuminGPerL: 42,
  inr: 1,
  prothrombinSecondsProlonged: 0,
  ascites: 'none',
  encephalopathy: 'none',
}
const byMgDl: ChildPughVariant = { bilirubinBands: 'mg_dl', coagulation: 'inr' }
const bySi: ChildPughVariant = { bilirubinBands: 'si_printed', coagulation: 'inr' }
const bySeconds: ChildPughVariant = { bilirubinBands: 'mg_dl', coagulation: 'prothrombin_seconds' }
const pointsOf = (change: Partial<ChildPughInputs>, variant = byMgDl) =>
  scored(childPugh({ ...best, ...change }, variant)).points

describe('Child-Pugh', () => {
  it.each([
    [34.1, 1, 2],
    [34.2, 2, 2],
    [51, 2, 2],
    [51.1, 2, 3],
    [51.3, 2, 3],
    [51.4, 3, 3],
    [33.9, 1, 1],
    [34, 1, 2],
  ])('bilirubin of %f µmol/L has %i points by mg/dL and %i by the printed SI bands', (value, mgDl, si) => {
    expect(pointsOf({ bilirubinUmolPerL: value }).bilirubin).toBe(mgDl)
    expect(pointsOf({ bilirubinUmolPerL: value }, bySi).bilirubin).toBe(si)
  })

  it.each([
    [35.1, 1],
    [35, 2],
    [28, 2],
    [27.9, 3],
  ])('albumin of %f g/L has %i points', (albuminGPerL, points) => {
    expect(pointsOf({ albuminGPerL }).albumin).toBe(points)
  })

  it.each([
    [1.69, 1],
    [1.7, 2],
    [2.3, 2],
    [2.305, 3],
  ])('INR %f has %i points', (inr, points) => {
    expect(pointsOf({ inr }).coagulation).toBe(points)
  })

  it.each([
    [3.9, 1],
    [4, 2],
    [6, 2],
    [6.1, 3],
  ])('prothrombin time %f s prolonged has %i points, whatever the INR', (seconds, points) => {
    expect(pointsOf({ prothrombinSecondsProlonged: seconds, inr: 5 }, bySeconds).coagulation).toBe(points)
  })

  it.each([
    [{}, 5, 'A'],
    [{ ascites: 'slight' }, 6, 'A'],
    [{ ascites: 'moderate_severe' }, 7, 'B'],
    [{ ascites: 'moderate_severe', encephalopathy: 'grade_3_4' }, 9, 'B'],
    [{ ascites: 'moderate_severe', encephalopathy: 'grade_3_4', inr: 1.7 }, 10, 'C'],
    [
      {
        bilirubinUmolPerL: 90,
        albuminGPerL: 20,
        inr: 3,
        ascites: 'moderate_severe',
        encephalopathy: 'grade_3_4',
      },
      15,
      'C',
    ],
  ] as const)('%j more makes %i, class %s', (change, total, childClass) => {
    expect(childPugh({ ...best, ...change }, byMgDl)).toMatchObject({
      state: 'scored',
      value: { total, class: childClass },
    })
  })

  it('asks for the coagulation test of the variant only, and never takes the other in its place', () => {
    const { inr: _, ...withoutInr } = best
    expect(childPugh(withoutInr, byMgDl)).toEqual({ state: 'missing', fields: ['inr'] })
    expect(childPugh(withoutInr, bySeconds).state).toBe('scored')
  })

  it.each([
    ['bilirubinUmolPerL', plausible.bilirubinUmolPerL],
    ['albuminGPerL', plausible.albuminGPerL],
    ['inr', plausible.inr],
    ['ascites', undefined],
    ['encephalopathy', undefined],
  ] as const)('takes %s as far as it is plausible, and no further', (field, range) => {
    const of = (value: number | undefined) => childPugh({ ...best, [field]: value }, byMgDl)
    expect(of(undefined)).toEqual({ state: 'missing', fields: [field] })
    if (range === undefined) return
    expect([of(range.low).state, of(range.high).state]).toEqual(['scored', 'scored'])
    expect(of(range.low - 0.001)).toMatchObject({ state: 'implausible', field })
    expect(of(range.high + 0.001)).toMatchObject({ state: 'implausible', field })
  })

  it('is the sum of its five components, from 5 to 15, and never falls when one of them worsens', () => {
    const inputs = fc.record({
      bilirubinUmolPerL: fc.integer({ min: 10, max: 800 }).map(tenths => tenths / 10 + 4),
      albuminGPerL: fc.integer({ min: 100, max: 500 }).map(tenths => tenths / 10),
      inr: fc.integer({ min: 80, max: 400 }).map(hundredths => hundredths / 100),
      ascites: fc.constantFrom('none' as const, 'slight' as const),
      encephalopathy: fc.constantFrom('none' as const, 'grade_1_2' as const),
    })
    const worse = fc.constantFrom<Partial<ChildPughInputs>>(
      { bilirubinUmolPerL: 90 },
      { albuminGPerL: 9 },
      { inr: 5 },
      { ascites: 'moderate_severe' },
      { encephalopathy: 'grade_3_4' },
    )
    fc.assert(
      fc.property(inputs, worse, fc.constantFrom(byMgDl, bySi), (given, change, variant) => {
        const before = scored(childPugh(given, variant))
        const after = scored(childPugh({ ...given, ...change }, variant))
        expect(before.total).toBe(Object.values(before.points).reduce<number>((sum, one) => sum + one, 0))
        expect(before.total).toBeGreaterThanOrEqual(5)
        expect(after.total).toBeLessThanOrEqual(15)
        expect(after.total).toBeGreaterThanOrEqual(before.total)
      }),
    )
  })
})

describe('the bilirubin points of cholestatic disease', () => {
  it.each([
    [68.3, 1],
    [68.4, 2],
    [171, 2],
    [171.1, 3],
  ])('%f µmol/L has %i', (bilirubin, points) => {
    expect(scored(cholestaticBilirubinPoints({ bilirubinUmolPerL: bilirubin }))).toBe(points)
  })
})
