import { isBroken, type LineBreak } from '#shared/core/trends/line-breaks.ts'
import type { Point, Series } from '#shared/core/trends/series.ts'
import type { Area, Look, Stroke } from '../layout/chart.ts'

/** A point that can be drawn: its unit is that of the series. */
export interface Drawn {
  readonly at: number
  readonly value: number
  readonly point: Point
}

/** The points of a series that have a value in its unit, and on a log scale one above 0. */
export function drawnOf({ points }: Series, isLog: boolean): Drawn[] {
  return points.flatMap(point => {
    const { at, value } = point
    return value === null || (isLog && value <= 0) ? [] : [{ at, value, point }]
  })
}

/** As on the screen: every flag changes the form, the filling, or makes a cross of it. */
export function lookOf({ comparator, flags }: Pick<Point, 'comparator' | 'flags'>): Look {
  const form = flags.includes('out_of_window') ? 'square' : 'circle'
  return {
    form: comparator === null ? form : comparator.startsWith('<') ? 'down' : 'up',
    isHollow: comparator !== null || flags.includes('unscheduled'),
    isCrossed: flags.includes('specimen'),
  }
}

const CHANGES = ['laboratory_changed', 'examiner_changed', 'device_changed', 'breathing_changed'] as const

/** The lines between neighbours. None crosses a visit without the value: nobody knows it on that day. */
export function strokesOf(points: readonly Drawn[], breaks: readonly LineBreak[]): Stroke[] {
  return points.slice(1).flatMap((after, index) => {
    const before = points[index]
    if (before === undefined || isBroken(breaks, before.at, after.at)) return []
    const isMeasuredOtherwise = CHANGES.some(change => after.point.flags.includes(change))
    return [{ before, after, kind: kindOf(before.point, after.point), isMeasuredOtherwise }]
  })
}

function kindOf(before: Point, after: Point): Stroke['kind'] {
  const isWeak = ({ comparator, flags }: Point) => comparator !== null || flags.includes('specimen')
  if (isWeak(before) || isWeak(after)) return 'weak'
  return after.isWithinVariation === true ? 'within' : 'plain'
}

/** The ranges printed with the points, changing half-way between two; a point without one leaves a gap. */
export function rangesOf(points: readonly Drawn[]): Area[] {
  const areas: Area[] = []
  points.forEach(({ at, point: { low, high } }, index) => {
    if (low === null && high === null) return
    const from = halfWay(at, points[index - 1]?.at)
    const to = halfWay(at, points[index + 1]?.at)
    const last = areas.at(-1)
    if (last?.to === from && last.low === low && last.high === high) areas[areas.length - 1] = { ...last, to }
    else areas.push({ from, to, low, high, tone: 'range' })
  })
  return areas
}

function halfWay(at: number, other: number | undefined): number {
  return other === undefined ? at : (at + other) / 2
}
