import { describe, expect, it } from 'vitest'
import { momentAt, panned, placeOn, zoomed } from './time-axis.ts'

const whole = { from: 0, to: 400 }

describe('the time axis', () => {
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
})
