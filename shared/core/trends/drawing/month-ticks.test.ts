import { describe, expect, it } from 'vitest'
import { dayOf } from '../../civil-date.ts'
import { monthTicks } from './month-ticks.ts'

describe('the labels of an axis of months', () => {
  it.each([
    [{ from: dayOf('2026-10-31'), to: dayOf('2027-01-30') }, 900, ['2026-11', '2026-12', '2027-01']],
    [{ from: dayOf('1984-01-05'), to: dayOf('2037-06-01') }, 500, ['1990', '2000', '2010', '2020', '2030']],
  ])('labels as much as fits', (shown, width, dates) => {
    expect(monthTicks(shown, width / 74).map(({ date }) => date)).toEqual(dates)
  })
})
