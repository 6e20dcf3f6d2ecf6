import { describe, expect, it } from 'vitest'
import { wholeAxis } from './time-axis.ts'

describe('the time axis', () => {
  it('leaves a margin, and a fortnight where there is a single day', () => {
    const { from, to } = wholeAxis([100, 200])
    expect(from < 100 && to > 200).toBe(true)
    expect(wholeAxis([100])).toEqual({ from: 93, to: 107 })
  })
})
