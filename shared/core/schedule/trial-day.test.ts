import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CivilDate, dateOf } from '../civil-date.ts'
import { cdiscStudyDay, dayOfTrial } from './trial-day.ts'

const reference = CivilDate.parse('2026-03-01')

describe('days of a trial', () => {
  it.each([
    ['2026-02-27', -2, -2],
    ['2026-02-28', -1, -1],
    ['2026-03-01', 0, 1],
    ['2026-03-02', 1, 2],
    ['2027-03-01', 365, 366],
  ])('%s is day %i of the trial, and study day %i in an export', (day, trial, study) => {
    expect(dayOfTrial(CivilDate.parse(day), reference)).toBe(trial)
    expect(cdiscStudyDay(CivilDate.parse(day), reference)).toBe(study)
  })

  it('has no study day 0', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map(dateOf)
    fc.assert(fc.property(day, day, (one, other) => cdiscStudyDay(one, other) !== 0))
  })
})
