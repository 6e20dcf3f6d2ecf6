import { describe, expect, it } from 'vitest'
import type { Point } from '../series.ts'
import { lookOf } from './point-look.ts'

describe('the shape of a point', () => {
  it.each([
    [
      { comparator: null, flags: [] },
      { form: 'circle', isHollow: false, isCrossed: false },
    ],
    [
      { comparator: '<', flags: [] },
      { form: 'down', isHollow: true, isCrossed: false },
    ],
    [
      { comparator: '>=', flags: [] },
      { form: 'up', isHollow: true, isCrossed: false },
    ],
    [
      { comparator: null, flags: ['unscheduled'] },
      { form: 'circle', isHollow: true, isCrossed: false },
    ],
    [
      { comparator: null, flags: ['out_of_window'] },
      { form: 'square', isHollow: false, isCrossed: false },
    ],
    [
      { comparator: null, flags: ['specimen'] },
      { form: 'circle', isHollow: false, isCrossed: true },
    ],
  ] satisfies [Pick<Point, 'comparator' | 'flags'>, object][])('tells %o', (point, look) =>
    expect(lookOf(point)).toEqual(look),
  )
})
