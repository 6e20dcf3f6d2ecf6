import { type DayNumber, dayOf, type EventTime } from '../civil-date.ts'
import type { Fact } from '../facts/fact.ts'
import type { SiteDay } from '../schedule/event-days.ts'
import { hasDay, isInstant, placeOf } from './axis.ts'
import { bedsideValues } from './bedside-values.ts'
import { laboratoryValues } from './laboratory-values.ts'
import type { SeriesId } from './series.ts'
import type { Circumstances, Value } from './value.ts'

/** One value with its place in time. */
export interface Measured extends Value, Circumstances {
  readonly fact: Fact
  readonly on: EventTime
  readonly at: number
  /** The day on the site's calendar. */
  readonly day: DayNumber
}

/** The values of one series, oldest first, with what could not be placed. */
interface MeasuredSeries {
  readonly points: Measured[]
  notComparable: number
  undated: number
}

export type MeasuredChart = ReadonlyMap<SeriesId, MeasuredSeries>

/** Every value of a chart by its series. Two values of one day stay two; of the same time, the one charted last is last. */
export function measuredChart(facts: readonly Fact[], siteDay: SiteDay): MeasuredChart {
  const chart = new Map<SeriesId, MeasuredSeries>()
  for (const fact of facts) {
    const { content } = fact
    if (content.kind === 'laboratory') {
      add(fact, content.on, {
        values: laboratoryValues(content),
        circumstances: {
          by: content.laboratory ?? null,
          device: null,
          breathing: null,
          isUnfit: content.specimenCondition !== undefined,
        },
      })
      continue
    }
    const bedside = bedsideValues(content)
    if (bedside !== undefined) add(fact, bedside.on, bedside)
  }
  for (const { points } of chart.values()) points.sort(inTime)
  return chart

  function add(
    fact: Fact,
    on: EventTime,
    { values, circumstances }: { values: readonly Value[]; circumstances: Circumstances },
  ): void {
    for (const value of values) {
      let series = chart.get(value.series)
      if (series === undefined) {
        series = { points: [], notComparable: 0, undated: 0 }
        chart.set(value.series, series)
      }
      if (!hasDay(on)) series.undated += 1
      else {
        if (value.value === null) series.notComparable += 1
        const day = dayOf(isInstant(on) ? siteDay(on) : on)
        series.points.push({ ...value, ...circumstances, fact, on, at: placeOf(on), day })
      }
    }
  }
}

function inTime(a: Measured, b: Measured): number {
  if (a.at !== b.at) return a.at - b.at
  const [first, second] = [a.fact.enteredAt, b.fact.enteredAt]
  if (first !== second) return Date.parse(first) - Date.parse(second)
  return a.fact.id < b.fact.id ? -1 : 1
}
