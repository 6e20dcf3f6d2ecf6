import type { DayNumber } from '../civil-date.ts'
import type { Measured, MeasuredChart } from './measured.ts'
import type { SeriesId } from './series.ts'

/** The latest value of a series on a day, or within `days` before it; never one after it. */
export type LatestValue = (series: SeriesId, day: DayNumber, days: number) => Measured | undefined

/** Values that stand in a unit which does not convert are none. */
export function latestValues(chart: MeasuredChart): LatestValue {
  const lasts = new Map<SeriesId, Map<DayNumber, Measured>>()
  const lastOf = (series: SeriesId) => {
    let found = lasts.get(series)
    if (found === undefined) {
      const points = chart.get(series)?.points ?? []
      found = new Map(points.filter(({ value }) => value !== null).map(point => [point.day, point]))
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
