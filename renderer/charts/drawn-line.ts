import { isBroken, type LineBreak } from '#shared/core/trends/line-breaks.ts'
import type { Point, PointFlag } from '#shared/core/trends/series.ts'

/** A point as a panel draws it: the value may be a multiple or a change, the point says what was measured. */
export interface DrawnPoint {
  readonly point: Point
  readonly at: number
  readonly value: number
  /** The range printed with it, on the same scale. */
  readonly low: number | null
  readonly high: number | null
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

const CHANGES = ['laboratory_changed', 'examiner_changed', 'device_changed', 'breathing_changed'] as const

/** Whether it was measured elsewhere or otherwise than the point before. */
export function isMeasuredOtherwise({ flags }: Pick<Point, 'flags'>): boolean {
  return CHANGES.some(change => flags.includes(change))
}

/** Days that no line crosses: nobody knows the value of this series there. */
export type Missed = LineBreak

/** The line between two neighbouring points of a series. */
export interface Link {
  readonly before: DrawnPoint
  readonly after: DrawnPoint
  /** `weak` where one end is a limit or an unfit specimen; `within` where the site's variation explains the change. */
  readonly kind: 'plain' | 'weak' | 'within'
  readonly isMeasuredOtherwise: boolean
}

/** The lines between neighbours. None crosses a visit without the value: nobody knows it on that day. */
export function linksOf(points: readonly DrawnPoint[], breaks: readonly LineBreak[]): Link[] {
  return points.slice(1).flatMap((after, index) => {
    const before = points[index]
    if (before === undefined || isBroken(breaks, before.at, after.at)) return []
    const link = { before, after, isMeasuredOtherwise: isMeasuredOtherwise(after.point) }
    return [{ ...link, kind: kindOf(before.point, after.point) }]
  })
}

function kindOf(before: Point, after: Point): Link['kind'] {
  const isWeak = ({ comparator, flags }: Point) => comparator !== null || flags.includes('specimen')
  if (isWeak(before) || isWeak(after)) return 'weak'
  return after.isWithinVariation === true ? 'within' : 'plain'
}

/** A range over the days on which it was printed. */
export interface RangeStep {
  readonly from: number
  readonly to: number
  readonly low: number | null
  readonly high: number | null
}

/** The ranges printed with the points as steps, changing half-way between two points; a point without one has a gap. */
export function rangesOf(points: readonly DrawnPoint[]): RangeStep[] {
  const steps: RangeStep[] = []
  points.forEach(({ at, low, high }, index) => {
    if (low === null && high === null) return
    const from = half(at, points[index - 1]?.at)
    const to = half(at, points[index + 1]?.at)
    const last = steps.at(-1)
    if (last?.to === from && last.low === low && last.high === high) steps[steps.length - 1] = { ...last, to }
    else steps.push({ from, to, low, high })
  })
  return steps
}

function half(at: number, other: number | undefined): number {
  return other === undefined ? at : (at + other) / 2
}
