import { describe, expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { isBaselineAbnormal, planeOf } from './plane.ts'

const point = (on: string, altUln: number | null, bilirubinUln: number | null) => ({
  ...{ on: CivilDate.parse(on), altUln, bilirubinUln },
  ...{ altBaseline: null, bilirubinBaseline: null, alpUln: null },
})

describe('the plane of ALT and bilirubin', () => {
  it('holds the days on which both multiples are known', () => {
    const points = [point('2026-01-01', 2, 1.5), point('2026-01-08', 4, null)]
    expect(planeOf(points, 'uln')).toEqual([{ on: '2026-01-01', alt: 2, bilirubin: 1.5 }])
    expect(planeOf(points, 'baseline')).toEqual([])
  })

  it('puts the multiples of baseline first where a value before the first dose was abnormal', () => {
    expect(isBaselineAbnormal([point('2026-01-01', 1.2, 0.5)], '2026-01-02')).toBe(true)
    expect(isBaselineAbnormal([point('2026-01-03', 1.2, 0.5)], '2026-01-02')).toBe(false)
    expect(isBaselineAbnormal([point('2026-01-01', 0.9, null)], '2026-01-02')).toBe(false)
    expect(isBaselineAbnormal([point('2026-01-01', 9, 9)], null)).toBe(false)
  })
})
