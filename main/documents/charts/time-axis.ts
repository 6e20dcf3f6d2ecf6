import { dayOf } from '#shared/core/civil-date.ts'
import { wholeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import { type TimeTick, timeTicks } from '#shared/core/trends/drawing/time-ticks.ts'
import type { Trends } from '#shared/core/trends/series.ts'
import type { Axis, Tick } from '../layout/chart.ts'

/**
 * The one axis of all charts: everything that was measured, doses, and visits up to today. What else happened lies on it
 * where it can: a treatment of ten years would leave no room for the trial.
 */
export function timeAxis({ series, marks, visits, today, day0 }: Trends, mostTicks: number): Axis {
  const reviewed = dayOf(today) + 1
  const moments = [
    ...series.flatMap(({ points }) => points.map(({ at }) => at)),
    ...marks.flatMap(({ kind, at }) => (kind === 'dose' ? [at] : [])),
    ...visits.flatMap(({ from, to }) => (from <= reviewed ? [from, to] : [])),
    ...(day0 === null ? [] : [dayOf(day0)]),
  ]
  const axis = wholeAxis(moments.length === 0 ? [reviewed] : moments)
  return { ...axis, ticks: timeTicks(axis, day0, mostTicks).map(tickOf) }
}

/** A week stands over its date. */
function tickOf({ at, date, week }: TimeTick): Tick {
  return { at, labels: week === null ? [date] : [`W${week}`.replace('-', '−'), date] }
}
