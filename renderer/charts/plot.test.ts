import { describe, expect, it } from 'vitest'
import { plotOf } from './plot.ts'

const size = { width: 248, height: 125 }
const days = { from: 100, to: 200 }

describe('the plot of a panel', () => {
  it('puts the first and last moment and the lowest and highest value on its edges', () => {
    const { xOf, yOf } = plotOf(size, days, { from: 0, to: 50, ticks: [], isLog: false })
    expect([xOf(100), xOf(150), xOf(200)]).toEqual([40, 140, 240])
    expect([yOf(50), yOf(25), yOf(0)]).toEqual([8, 58, 108])
  })

  it('gives each power of ten the same room where it is logarithmic, and no place to 0', () => {
    const { yOf } = plotOf(size, days, { from: 1, to: 10_000, ticks: [], isLog: true })
    expect([yOf(10_000), yOf(100), yOf(1)]).toEqual([8, 58, 108])
    expect(yOf(0)).toBeUndefined()
  })
})
