import type { Cohort } from '../cohort.ts'
import type { Point, SeriesId } from '../series.ts'
import { type Member, seriesIn } from './member.ts'
import { type VisitColumn, valueAt } from './visit-columns.ts'

type ByVisit = Cohort['changes'][number]['visits'][number]
type Outside = Cohort['outside'][number]['visits'][number]

/** The changes from baseline at each visit, of everybody who has both. */
export function changesOf(
  series: SeriesId,
  columns: readonly VisitColumn[],
  members: readonly Member[],
): ByVisit[] {
  return columns.map(column => {
    const changes = members.flatMap(member => {
      const baseline = seriesIn(member, series)?.baseline
      const point = valueAt(series, column, member)
      if (!baseline || !point || point.value === null || point.comparator !== null) return []
      const { patientId, screeningNumber } = member
      return [{ patientId, screeningNumber, value: point.value, change: point.value - baseline.value }]
    })
    const values = changes.map(({ change }) => change)
    return {
      ...column,
      changes,
      median: quantile(values, 0.5),
      lowerQuartile: quantile(values, 0.25),
      upperQuartile: quantile(values, 0.75),
    }
  })
}

/** How many lay outside the range that was printed with their own value. */
export function outsideOf(
  series: SeriesId,
  columns: readonly VisitColumn[],
  members: readonly Member[],
): Outside[] {
  return columns.map(column => {
    const answers = members.flatMap(member => {
      const point = valueAt(series, column, member)
      return point === undefined ? [] : [isOutside(point)]
    })
    const known = answers.filter(answer => answer !== undefined)
    return {
      ...column,
      outside: known.filter(Boolean).length,
      of: known.length,
      withoutRange: answers.length - known.length,
    }
  })
}

/** Undefined without a range, and where a value below or above a limit of the method may lie on either side. */
function isOutside({ value, comparator, low, high }: Point): boolean | undefined {
  if (value === null || (low === null && high === null)) return undefined
  const isBelow = comparator === '<' || comparator === '<='
  if (comparator !== null) {
    if (isBelow && low !== null && (value < low || (value === low && comparator === '<'))) return true
    if (isBelow && low === null && high !== null && value <= high) return false
    if (!isBelow && high !== null && (value > high || (value === high && comparator === '>'))) return true
    if (!isBelow && high === null && low !== null && value >= low) return false
    return undefined
  }
  return (low !== null && value < low) || (high !== null && value > high)
}

/** Between the two nearest values, as R and spreadsheets do by default (type 7); null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below === undefined || above === undefined ? null : below + (above - below) * (place % 1)
}
