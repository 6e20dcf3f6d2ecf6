import type { Point, Series, Trends } from '#shared/core/trends/series.ts'
import { dayOfPoint } from '../use-trend-words.ts'

/** A series on two days. */
export interface Compared {
  readonly series: Series
  readonly first: Point | undefined
  readonly second: Point | undefined
  /** In the unit of the series; undefined where one day has no number, or only a limit. */
  readonly change: number | undefined
  /** The second value as a multiple of baseline; undefined without one. */
  readonly ofBaseline: number | undefined
  /** `not_next` where other values lie between the two: variation was told from point to point. */
  readonly variation: 'within' | 'beyond' | 'not_entered' | 'not_next' | undefined
}

/** Every series that has a value on either day. Several on one day: the last of it. */
export function compareDays({ series }: Pick<Trends, 'series'>, first: number, second: number): Compared[] {
  return series
    .map(one => compared(one, first, second))
    .filter(({ first: before, second: after }) => before !== undefined || after !== undefined)
}

function compared(series: Series, firstDay: number, secondDay: number): Compared {
  const on = (day: number) => series.points.findLastIndex(point => dayOfPoint(point) === day)
  const [at, then] = [on(firstDay), on(secondDay)]
  const [first, second] = [series.points[at], series.points[then]]
  const both = exact(first) !== undefined && exact(second) !== undefined
  const value = exact(second)
  return {
    ...{ series, first, second },
    change: both ? (exact(second) ?? 0) - (exact(first) ?? 0) : undefined,
    ofBaseline: value !== undefined && series.baseline !== null ? value / series.baseline.value : undefined,
    variation: first === undefined || second === undefined ? undefined : variationOf(second, then - at),
  }
}

/** A number that can be subtracted: a limit is none. */
function exact(point: Point | undefined): number | undefined {
  return point === undefined || point.comparator !== null ? undefined : (point.value ?? undefined)
}

function variationOf({ isWithinVariation }: Point, apart: number): Compared['variation'] {
  if (isWithinVariation === null) return 'not_entered'
  if (apart !== 1) return 'not_next'
  return isWithinVariation ? 'within' : 'beyond'
}
