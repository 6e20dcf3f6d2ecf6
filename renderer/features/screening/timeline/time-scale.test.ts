import { describe, expect, it } from 'vitest'
import { CivilDate, dayOf } from '#shared/core/civil-date.ts'
import { dayAt, place, scaleFor, stretchOf } from './time-scale.ts'

const day = (text: string) => CivilDate.parse(text)
const scale = { from: dayOf('2026-11-01'), to: dayOf('2026-11-30') }
const interest = { today: day('2026-11-22'), screenings: [] }

describe('a time scale', () => {
  it('stays where it is while the day asked about lies on it, and follows it elsewhere', () => {
    const near = scaleFor('months', { ...interest, on: day('2026-12-24') })
    expect(near).toEqual(scaleFor('months', { ...interest, on: day('2026-11-22') }))
    const far = scaleFor('months', { ...interest, on: day('2031-01-01') })
    expect(far.from < dayOf('2031-01-01') && far.to > dayOf('2031-01-01')).toBe(true)
  })

  it('gives every day its width: the first begins at the left edge, the day after the last ends at the right', () => {
    expect(place(scale, scale.from)).toBe(0)
    expect(place(scale, scale.to + 1)).toBe(100)
  })

  it.each([
    [0, '2026-11-01'],
    [0.5, '2026-11-16'],
    [0.9999, '2026-11-30'],
    [1, '2026-11-30'],
  ])('finds the day at %d', (share, expected) => expect(dayAt(scale, share)).toBe(expected))

  it('draws an open side as going on, and a closed one as an end', () => {
    expect(stretchOf(scale, { from: null, to: day('2026-11-10') })).toMatchObject({
      left: 0,
      goesOnBefore: true,
      goesOnAfter: false,
    })
    expect(stretchOf(scale, { from: day('2026-11-28'), to: day('2026-12-05') })).toMatchObject({
      goesOnBefore: false,
      goesOnAfter: true,
    })
    expect(stretchOf(scale, { from: day('2026-12-01'), to: null })).toBeUndefined()
  })
})
