import type { PlacedPoint } from '#shared/core/trends/drawing/placed-point.ts'
import type { Series } from '#shared/core/trends/series.ts'

/** The points of a series that have a value in its unit, and on a log scale one above 0. */
export function drawnOf({ points }: Series, isLog: boolean): PlacedPoint[] {
  return points.flatMap(point => {
    const { at, value, low, high } = point
    return value === null || (isLog && value <= 0) ? [] : [{ at, value, low, high, point }]
  })
}
