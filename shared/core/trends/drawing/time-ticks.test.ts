import { describe, expect, it } from 'vitest'
import { CivilDate, dayOf } from '../../civil-date.ts'
import { timeTicks } from './time-ticks.ts'

describe('the labels of the time axis', () => {
  it('labels weeks of the protocol with their dates, day 0 among them', () => {
    const day0 = CivilDate.parse('2026-03-02')
    const zero = dayOf(day0)
    const ticks = timeTicks({ from: zero - 10, to: zero + 60 }, day0, 400 / 80)
    expect(ticks.map(({ week }) => week)).toEqual([0, 2, 4, 6, 8])
    expect(ticks[1]).toMatchObject({ date: '2026-03-16', at: zero + 14 })
  })

  it('labels months and says no week where there was no dose', () => {
    const axis = { from: dayOf('2026-01-15'), to: dayOf('2026-06-15') }
    expect(timeTicks(axis, null, 400 / 70)).toMatchObject([
      { date: '2026-02', week: null },
      { date: '2026-03' },
      { date: '2026-04' },
      { date: '2026-05' },
      { date: '2026-06' },
    ])
  })

  it.each([1, 2.5, 6, 14])('are never more than fit between the first and the last: %d', fitting => {
    const day0 = CivilDate.parse('2026-03-02')
    for (const years of [0.1, 1, 10, 100]) {
      const axis = { from: dayOf(day0) - 20, to: dayOf(day0) + years * 365 }
      expect(timeTicks(axis, day0, fitting).length).toBeLessThanOrEqual(fitting + 1)
    }
  })
})
