import { describe, expect, it } from 'vitest'
import { nearestDay, stepDay } from './days.ts'

const days = [10, 20, 27]

describe('the crosshair', () => {
  it.each([
    [0, 10],
    [14.9, 10],
    [15.1, 20],
    [100, 27],
  ])('at %d stands on the nearest day with values', (at, day) => expect(nearestDay(days, at)).toBe(day))

  it('stands nowhere where nothing was measured', () => expect(nearestDay([], 3)).toBeUndefined())

  it('goes from day to day by keyboard and stops at both ends', () => {
    expect(stepDay(days, null, -1)).toBe(27)
    expect(stepDay(days, 27, -1)).toBe(20)
    expect(stepDay(days, 10, -1)).toBe(10)
    expect(stepDay(days, 20, 1)).toBe(27)
    expect(stepDay(days, 27, 1)).toBe(27)
  })
})
