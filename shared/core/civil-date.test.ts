import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boundsOf,
  CivilDate,
  dateOf,
  dayOf,
  EventTime,
  MonthEnd,
  OffsetDateTime,
  PartialDate,
  Period,
  shiftDay,
} from './civil-date.ts'

const day = fc.integer({ min: dayOf('1900-01-01'), max: dayOf('2099-12-31') })
const months = fc.record({
  amount: fc.nat({ max: 240 }),
  unit: fc.constantFrom('month' as const, 'year' as const),
})

describe('a civil date', () => {
  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-1-1',
    '1899-12-31',
    '2100-01-01',
    '20261114',
  ])('is not %s', text => {
    const [issue] = CivilDate.safeParse(text).error?.issues ?? []
    expect(issue?.message).toBe('a day of the calendar from 1900 to 2099, such as 2026-11-14')
  })

  it('survives the way to a day number and back', () => {
    fc.assert(
      fc.property(day, number => {
        expect(dayOf(dateOf(number))).toBe(number)
      }),
    )
    expect([dayOf('1970-01-01'), dayOf('2000-02-29') - dayOf('2000-02-28')]).toEqual([0, 1])
  })
})

describe('a time as far as it is known', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-02', '2025-02-01', '2025-02-28'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2026-11-14', '2026-11-14', '2026-11-14'],
    ['2026-11-14T23:30:00-11:00', '2026-11-14', '2026-11-14'],
  ])('%s stands for %s to %s', (time, first, last) => {
    const { earliest, latest } = boundsOf(EventTime.parse(time))
    expect([dateOf(earliest), dateOf(latest)]).toEqual([first, last])
  })

  it.each([
    '2026-00',
    '2026-13',
    '26',
    '1899',
    '2026-11-31',
    '2026-11-14T08:30:00',
    '2026-11-14T25:00:00Z',
    'ongoing',
  ])('is not %s', text => {
    expect(EventTime.safeParse(text).success).toBe(false)
  })

  it('is refused with every form that it may have', () => {
    expect(PartialDate.safeParse('14.11.2026').error?.issues[0]?.message).toContain(
      '2026-11-14, or 2026-11 or 2026',
    )
    expect(OffsetDateTime.safeParse('2026-11-14').error?.issues[0]?.message).toContain(
      '2026-11-14T08:30:00+08:00',
    )
  })
})

describe('a shifted day', () => {
  it.each([
    ['2026-08-31', 6, 'month', 1, '2027-02-28', '2027-03-01'],
    ['2027-08-31', 6, 'month', 1, '2028-02-29', '2028-03-01'],
    ['2024-02-29', 1, 'year', 1, '2025-02-28', '2025-03-01'],
    ['2024-02-29', 4, 'year', 1, '2028-02-29', '2028-02-29'],
    ['2026-03-31', 1, 'month', -1, '2026-02-28', '2026-03-01'],
    ['2026-01-15', 1, 'month', -1, '2025-12-15', '2025-12-15'],
    ['2026-12-31', 2, 'month', 1, '2027-02-28', '2027-03-01'],
    ['2026-11-22', 3, 'week', -1, '2026-11-01', '2026-11-01'],
    ['2026-11-22', 0, 'month', 1, '2026-11-22', '2026-11-22'],
    ['1966-03-14', 61, 'year', 1, '2027-03-14', '2027-03-14'],
  ] as const)('%s by %i %ss (%i) is %s, or %s', (from, amount, unit, sign, lastDay, nextDay) => {
    const ends = MonthEnd.options.map(rule => dateOf(shiftDay(dayOf(from), { amount, unit }, sign, rule)))
    expect(ends).toEqual([lastDay, nextDay])
  })

  it('never overtakes a later one', () => {
    fc.assert(
      fc.property(
        day,
        months,
        fc.constantFrom(1, -1),
        fc.constantFrom(...MonthEnd.options),
        (start, period, sign, rule) => {
          expect(shiftDay(start + 1, period, sign, rule)).toBeGreaterThanOrEqual(
            shiftDay(start, period, sign, rule),
          )
        },
      ),
    )
  })

  it('stays open where it was open', () => {
    const year: Period = { amount: 1, unit: 'year' }
    expect(shiftDay(Number.NEGATIVE_INFINITY, year, 1, 'last_day')).toBe(Number.NEGATIVE_INFINITY)
    expect(shiftDay(Number.POSITIVE_INFINITY, year, -1, 'next_day')).toBe(Number.POSITIVE_INFINITY)
  })

  it('has a period of whole, bounded length', () => {
    for (const amount of [-1, 1.5, 1001])
      expect(Period.safeParse({ amount, unit: 'day' }).success).toBe(false)
  })
})
