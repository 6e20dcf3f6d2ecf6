import { describe, expect, it } from 'vitest'
import { siteDays } from './site-day.ts'

describe('the day of the site', () => {
  const dayOf = siteDays('Asia/Shanghai')

  it.each([
    ['2026-03-10T07:40:00+08:00', '2026-03-10'],
    ['2026-03-09T23:40:00Z', '2026-03-10'],
    ['2026-03-10T01:30:00+09:30', '2026-03-10'],
    ['2026-03-10T00:30:00+09:30', '2026-03-09'],
    ['2026-03-09T12:00:00.250-05:00', '2026-03-10'],
  ])('of %s is %s, in whatever offset it was written', (time, day) => {
    expect(dayOf(time)).toBe(day)
    expect(dayOf(time)).toBe(day)
  })

  it('of a date is that, as far as it is known', () => {
    expect(['2026-03-10', '2026-03', '2026'].map(dayOf)).toEqual(['2026-03-10', '2026-03', '2026'])
  })
})
