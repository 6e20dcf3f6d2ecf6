import type { PlacedPoint } from '#shared/core/trends/drawing/placed-point.ts'

/** A point as a panel draws it. */
export interface DrawnPoint extends PlacedPoint {
  /** Never thinned out: it says something beside its value. */
  readonly isKept: boolean
}

/** One series of a panel. */
export interface DrawnLine {
  readonly id: string
  readonly name: string
  /** Oldest first. */
  readonly points: readonly DrawnPoint[]
  readonly baseline: number | null
}
