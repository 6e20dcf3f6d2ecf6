import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scored } from '#test/support/scored.ts'
import { albi } from './albi.ts'

describe('ALBI', () => {
  it.each([
    [15, 40, -2.6238, 1],
    [17.1, 40, -2.5862, 2],
    [34.2, 28, -1.3676, 3],
    // Shows as -1.39 and is grade 3 all the same.
    [32, 28, -1.3866, 3],
  ])('bilirubin %f and albumin %f give %f, grade %i', (bilirubinUmolPerL, albuminGPerL, score, grade) => {
    const result = scored(albi({ bilirubinUmolPerL, albuminGPerL }))
    expect(result.score).toBeCloseTo(score, 3)
    expect(result.grade).toBe(grade)
  })

  it('rises with bilirubin and falls with albumin, and its grade goes with it', () => {
    const value = fc.integer({ min: 6, max: 79 })
    fc.assert(
      fc.property(value, value, value, value, (bilirubin, more, albumin, less) => {
        fc.pre(less <= albumin)
        const before = scored(albi({ bilirubinUmolPerL: bilirubin, albuminGPerL: albumin }))
        const after = scored(albi({ bilirubinUmolPerL: bilirubin + more, albuminGPerL: less }))
        expect(after.score).toBeGreaterThan(before.score)
        expect(after.grade).toBeGreaterThanOrEqual(before.grade)
      }),
    )
  })
})
