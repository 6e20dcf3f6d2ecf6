import type { Point } from '../series.ts'

/** A point with its place in a panel: the value may be a multiple or a change, the point says what was measured. */
export interface PlacedPoint {
  readonly point: Point
  readonly at: number
  readonly value: number
  /** The range printed with it, on the same scale. */
  readonly low: number | null
  readonly high: number | null
}
