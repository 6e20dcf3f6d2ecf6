import type { DayNumber } from '../civil-date.ts'
import type { Measured, MeasuredChart } from './measured.ts'
import type { SeriesId } from './series.ts'

/** The latest value of a series on a day, or within `days` before it; never one after it. */
export type LatestValue = (series: SeriesId, day: DayNumber, days: number) => Measured | undefined

/** A value in a unit that does not convert is none; one of an unfit specimen counts only on a day without a fit one. */
export function latestValues(chart: MeasuredChart): LatestValue {
  const lasts = new Map<SeriesId, Map<DayNumber, Measured>>()
  const lastOf = (series: SeriesId) => {
    let found = lasts.get(series)
    if (found === undefined) {
      found = new Map()
      for (const point of chart.get(series)?.points ?? []) {
        const isWorse = point.isUnfit && found.get(point.day)?.isUnfit === false
        if (point.value !== null && !isWorse) found.set(point.day, point)
      }
      lasts.set(series, found)
    }
    return found
  }
  return (series, day, days) => {
    const last = lastOf(series)
    for (let back = 0; back <= days; back += 1) {
      const found = last.get(day - back)
      if (found !== undefined) return found
    }
    return undefined
  }
}
