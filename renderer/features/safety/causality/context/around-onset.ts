import { boundsOf, dayOf, type EventTime } from '#shared/core/civil-date.ts'
import type { TimeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import type { Trends } from '#shared/core/trends/series.ts'

/** How many days before and after onset are drawn. */
const DRAWN_DAYS = 60

/** The stretch of time around onset; undefined where onset is not known to the month. */
export function axisAround(onset: EventTime | undefined): TimeAxis | undefined {
  if (onset === undefined || onset.length < 7) return undefined
  const { earliest, latest } = boundsOf(onset)
  return { from: earliest - DRAWN_DAYS, to: latest + 1 + DRAWN_DAYS }
}

/** Only what lies on a stretch of time: the axis of values then fits what is shown. */
export function croppedTo(trends: Trends, { from, to }: TimeAxis): Trends {
  const isShown = ({ at }: { readonly at: number }) => at >= from && at <= to
  return {
    ...trends,
    series: trends.series.map(one => ({ ...one, points: one.points.filter(isShown) })),
    liverInjury: trends.liverInjury.filter(({ on }) => isShown({ at: dayOf(on) })),
  }
}
