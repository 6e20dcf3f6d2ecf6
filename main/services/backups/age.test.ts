import { describe, expect, it } from 'vitest'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { ageName, isDue } from './age.ts'

const made = { madeAt: OffsetDateTime.parse('2026-11-22T10:00:00.000+08:00') }
const hoursLater = (hours: number) => new Date(Date.parse(made.madeAt) + hours * 3600_000)

describe('when the next backup is due', () => {
  it.each([
    [4, 3.9, false],
    [4, 4, true],
    [null, 1000, false],
  ])('every %s hours, after %s: %s', (everyHours, hours, due) => {
    expect(isDue(made, everyHours, hoursLater(hours))).toBe(due)
  })

  it('is at once where none was made, or where the clock was put back behind the last one', () => {
    expect(isDue(undefined, 168, hoursLater(0))).toBe(true)
    expect(isDue(made, 168, hoursLater(-1))).toBe(true)
  })
})

describe('how old the last backup is', () => {
  it.each([
    [1, 1.9, 'fresh'],
    [1, 2.1, 'late'],
    [24, 47, 'fresh'],
    [24, 49, 'late'],
    [168, 191, 'fresh'],
    [168, 193, 'late'],
    [null, 167, 'fresh'],
    [null, 169, 'late'],
  ] as const)('every %s hours, after %s: %s', (everyHours, hours, age) => {
    expect(ageName(made, { everyHours }, hoursLater(hours))).toBe(age)
  })

  it('is late, not fresh, where the clock was put back behind it', () => {
    expect(ageName(made, { everyHours: 24 }, hoursLater(-1))).toBe('late')
  })

  it('is never where there is none', () => {
    expect(ageName(undefined, undefined, hoursLater(0))).toBe('never')
  })
})
