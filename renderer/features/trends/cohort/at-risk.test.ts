import { describe, expect, it } from 'vitest'
import { atRiskOn, weeksOf } from './at-risk.ts'

const step = (day: number, atRisk: number, events: number, censored: number) => ({
  ...{ day, atRisk, events, censored, survival: 1, lower: null, upper: null },
})
const steps = [step(10, 5, 1, 0), step(30, 4, 0, 2), step(400, 2, 0, 2)]
const curve = { patients: 5, events: 1, undated: 0, steps }

describe('the numbers at risk', () => {
  it.each([
    [0, 5],
    [10, 5],
    [11, 4],
    [30, 4],
    [31, 2],
    [401, 0],
  ])('on day %d are %d', (day, expected) => expect(atRiskOn(curve, day)).toBe(expected))

  it('stand under weeks that fit', () => expect(weeksOf(steps)).toEqual([0, 12, 24, 36, 48]))
})
