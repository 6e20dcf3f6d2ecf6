import { useMemo } from 'react'
import { dayOf } from '#shared/core/civil-date.ts'
import { type TimeAxis, wholeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import type { Trends } from '#shared/core/trends/series.ts'
import type { PanelFrame } from '../../charts/panel-frame.ts'
import { dayOfPoint, useTrendWords } from './use-trend-words.ts'

/** What the panels of a patient have in common, on a stretch of time. */
export function useFrame(trends: Trends, axis: TimeAxis): PanelFrame {
  const { t, date } = useTrendWords()
  const days = useMemo(() => daysOf(trends), [trends])
  const { day0, visits, marks } = trends
  return useMemo(
    () => ({
      ...{ axis, day0, visits, marks, days },
      dateOfTick: date,
      baselineWord: t('legend.baselineShort'),
      weekOfTick: (week: number) => t('time.week', { week: `${week}`.replace('-', '−') }),
    }),
    [axis, day0, visits, marks, days, date, t],
  )
}

/**
 * From the first value or planned visit to today and on to the visits that are still to come. What happened or began
 * before there was any value is cut off at the edge: an antiviral taken for ten years must not press a year of values flat.
 */
export function wholeOf({ series, visits, today }: Trends): TimeAxis {
  const points = series
    .flatMap(one => [one.points.at(0), one.points.at(-1)])
    .flatMap(point => point?.at ?? [])
  return wholeAxis([...points, ...visits.flatMap(({ from, to }) => [from, to + 1]), dayOf(today)])
}

/** Visits farther ahead than this leave the values no room; one zooms out to them. */
const AHEAD_DAYS = 56

/** The part of the whole that is shown at first: what there is, and the visits of the next weeks. */
export function firstOf(trends: Trends): TimeAxis {
  const whole = wholeOf(trends)
  const values = trends.series.flatMap(({ points }) => points.at(-1)?.at ?? [])
  const until = Math.max(dayOf(trends.today) + AHEAD_DAYS, ...values)
  return until < whole.to ? { from: whole.from, to: until } : whole
}

/** Every day with a value, in order. */
export function daysOf({ series }: Pick<Trends, 'series'>): number[] {
  const days = new Set(series.flatMap(({ points }) => points.map(dayOfPoint)))
  return [...days].sort((a, b) => a - b)
}
