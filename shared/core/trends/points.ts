import { analytes } from '../analytes.ts'
import type { Baseline, BaselineRule } from './baseline.ts'
import type { Course } from './course.ts'
import { grader } from './grades.ts'
import type { Measured } from './measured.ts'
import type { Point, PointFlag, SeriesId } from './series.ts'
import type { TrendSource } from './source.ts'
import { hasChanged, variationTest } from './variation.ts'
import { unscheduledTest, type VisitDays } from './visit-days.ts'

/** What the points of one patient are seen against. */
export interface PointContext {
  readonly source: TrendSource
  readonly visits: VisitDays
  readonly rule: BaselineRule
  readonly anticoagulation: Course
}

/** A measured series as drawn. */
export interface DrawnSeries {
  readonly points: Point[]
  readonly baseline: Baseline | null
  /** Upper limit that was printed with the newest value of the baseline. */
  readonly baselineUpperLimit: number | null
}

/** The measured values of a series as points, each with what is to be said of it. */
export function drawn(series: SeriesId, values: readonly Measured[], context: PointContext): DrawnSeries {
  const { source, visits, rule, anticoagulation } = context
  const found = rule(series, values.map(asBaselineValue))
  const upperLimit = found?.used.at(-1)?.high ?? null
  const baseline = found && { value: found.baseline.value, upperLimit }
  const gradeOf = grader(series, baseline, anticoagulation)
  const isWithin = variationTest(series, source.trial?.choices)
  const isUnscheduled = unscheduledTest(source)
  let before: Measured | undefined
  let comparable: Measured | undefined
  const points = values.map((value): Point => {
    const visit = visits.get(value.day)
    const point = {
      fact: value.fact.id,
      on: value.on,
      at: value.at,
      value: value.value,
      printed: value.printed,
      comparator: value.comparator,
      low: value.low,
      high: value.high,
      by: value.by,
      visit: visit?.visit ?? null,
      flags: flagsOf(value, before, series),
      grade: gradeOf(value),
      isWithinVariation: isWithin(value, comparable),
      category: null,
      inputs: [],
    }
    if (visit?.isOutOfWindow === true) point.flags.push('out_of_window')
    if (isUnscheduled(value.day, visit)) point.flags.push('unscheduled')
    before = value
    if (value.value !== null && !value.isUnfit) comparable = value
    return point
  })
  return { points, baseline: found?.baseline ?? null, baselineUpperLimit: upperLimit }
}

function asBaselineValue(value: Measured) {
  const { day, on, comparator, isUnfit, high } = value
  return { day, times: [on], value: value.value, isCensored: comparator !== null, isUnfit, high }
}

function flagsOf(value: Measured, before: Measured | undefined, series: SeriesId): PointFlag[] {
  const flags: PointFlag[] = []
  if (value.isUnfit) flags.push('specimen')
  if (value.fact.version > 1) flags.push('corrected')
  if (before === undefined) return flags
  const isOfLaboratory = series in analytes || series === 'prothrombin_prolongation'
  if (hasChanged(value.by, before.by)) flags.push(isOfLaboratory ? 'laboratory_changed' : 'examiner_changed')
  if (hasChanged(value.device, before.device)) flags.push('device_changed')
  if (hasChanged(value.breathing, before.breathing)) flags.push('breathing_changed')
  return flags
}
