import { isBroken, type LineBreak } from '../line-breaks.ts'
import type { Point } from '../series.ts'
import type { PlacedPoint } from './placed-point.ts'

const CHANGES = ['laboratory_changed', 'examiner_changed', 'device_changed', 'breathing_changed'] as const

/** Whether it was measured elsewhere or otherwise than the point before. */
export function isMeasuredOtherwise({ flags }: Pick<Point, 'flags'>): boolean {
  return CHANGES.some(change => flags.includes(change))
}

/** The line between two neighbouring points of a series. */
export interface Link<Place> {
  readonly before: Place
  readonly after: Place
  /** `weak` where one end is a limit or an unfit specimen; `within` where the site's variation explains the change. */
  readonly kind: 'plain' | 'weak' | 'within'
  /** Marked half-way: another laboratory, examiner, device or breathing phase. */
  readonly isMeasuredOtherwise: boolean
}

type Joined = Pick<PlacedPoint, 'at' | 'point'>

/** The lines between neighbours. None crosses a visit without the value: nobody knows it on that day. */
export function linksOf<Place extends Joined>(
  points: readonly Place[],
  breaks: readonly LineBreak[],
): Link<Place>[] {
  return points.slice(1).flatMap((after, index) => {
    const before = points[index]
    if (before === undefined || isBroken(breaks, before.at, after.at)) return []
    const link = { before, after, isMeasuredOtherwise: isMeasuredOtherwise(after.point) }
    return [{ ...link, kind: kindOf(before.point, after.point) }]
  })
}

function kindOf(before: Point, after: Point): Link<unknown>['kind'] {
  const isWeak = ({ comparator, flags }: Point) => comparator !== null || flags.includes('specimen')
  if (isWeak(before) || isWeak(after)) return 'weak'
  return after.isWithinVariation === true ? 'within' : 'plain'
}
