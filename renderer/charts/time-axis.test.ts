import { describe, expect, it } from 'vitest'
import { CivilDate, dayOf } from '#shared/core/civil-date.ts'
import { momentAt, panned, placeOn, timeTicks, wholeAxis, zoomed } from './time-axis.ts'

const whole = { from: 0, to: 400 }

describe('the time axis', () => {
  it('leaves a margin, and a fortnight where there is a single day', () => {
    const { from, to } = wholeAxis([100, 200])
    expect(from < 100 && to > 200).toBe(true)
    expect(wholeAxis([100])).toEqual({ from: 93, to: 107 })
  })

  it('keeps the moment under the pointer in its place while it zooms', () => {
    const nearer = zoomed(whole, whole, { factor: 0.5, around: 100 })
    expect(nearer).toEqual({ from: 50, to: 250 })
    expect(placeOn(nearer, 100)).toBe(placeOn(whole, 100))
  })

  it('shows neither less than two weeks nor more than is charted', () => {
    const nearest = zoomed(whole, whole, { factor: 0.001, around: 200 })
    expect(nearest.to - nearest.from).toBe(14)
    expect(zoomed({ from: 100, to: 200 }, whole, { factor: 100, around: 150 })).toEqual(whole)
  })

  it('stops at both ends', () => {
    expect(panned({ from: 0, to: 100 }, whole, -1)).toEqual({ from: 0, to: 100 })
    expect(panned({ from: 250, to: 350 }, whole, 1)).toEqual({ from: 300, to: 400 })
  })

  it('finds the moment at a place', () => expect(momentAt(whole, 0.25)).toBe(100))

  it('labels weeks of the protocol with their dates, day 0 among them', () => {
    const day0 = CivilDate.parse('2026-03-02')
    const zero = dayOf(day0)
    const ticks = timeTicks({ from: zero - 10, to: zero + 60 }, day0, { widthPx: 400, labelPx: 80 })
    expect(ticks.map(({ week }) => week)).toEqual([0, 2, 4, 6, 8])
    expect(ticks[1]).toMatchObject({ date: '2026-03-16', at: zero + 14 })
  })

  it('labels months and says no week where there was no dose', () => {
    const axis = { from: dayOf('2026-01-15'), to: dayOf('2026-06-15') }
    expect(timeTicks(axis, null, { widthPx: 400, labelPx: 70 })).toMatchObject([
      { date: '2026-02', week: null },
      { date: '2026-03' },
      { date: '2026-04' },
      { date: '2026-05' },
      { date: '2026-06' },
    ])
  })
})
