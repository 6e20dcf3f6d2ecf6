import type { Point, PointFlag } from '../series.ts'

/** How a point looks. A value beyond a limit is an open triangle that points to where it lies. */
export interface PointLook {
  readonly form: 'circle' | 'square' | 'down' | 'up'
  readonly isHollow: boolean
  readonly isCrossed: boolean
}

/** Shapes say what colours cannot: every flag changes the form, the filling or adds a cross. */
export function lookOf({ comparator, flags }: Pick<Point, 'comparator' | 'flags'>): PointLook {
  return {
    form: formOf(comparator, flags),
    isHollow: comparator !== null || flags.includes('unscheduled'),
    isCrossed: flags.includes('specimen'),
  }
}

function formOf(comparator: Point['comparator'], flags: readonly PointFlag[]): PointLook['form'] {
  if (comparator !== null) return comparator.startsWith('<') ? 'down' : 'up'
  return flags.includes('out_of_window') ? 'square' : 'circle'
}
