import { type Analyte, analytes } from '#shared/core/analytes.ts'
import { CivilDate, dateOf, dayOf, EventTime } from '#shared/core/civil-date.ts'
import { FactId, Slug } from '#shared/core/ids.ts'
import type { Point, Series } from '#shared/core/trends/series.ts'

/** Day of the first dose. */
export const DAY0 = CivilDate.parse('2026-03-02')
export const zero = dayOf(DAY0)

let facts = 0
/** The next of the invented facts. */
export function nextFact(): FactId {
  facts += 1
  return FactId.parse(`00000000-0000-4000-8000-${facts.toString(16).padStart(12, '0')}`)
}

/** A plain value on a day, for tests to change. */
export function pointOn(day: string, value: number): Point {
  return {
    fact: nextFact(),
    on: EventTime.parse(day),
    at: dayOf(day) + 0.35,
    value,
    printed: `${value}`,
    comparator: null,
    low: null,
    high: null,
    by: null,
    visit: null,
    flags: [],
    grade: null,
    isWithinVariation: null,
    category: null,
    inputs: [],
  }
}

/** Weeks after the first dose on which something was measured, with the visit; week 12 was missed. */
export const TAKEN: readonly (readonly [number, string | null])[] = [
  [-26, null],
  [-12, null],
  [-2, null],
  [0, null],
  [1, 'week-1'],
  [2, 'week-2'],
  [4, 'week-4'],
  [6, null],
  [8, 'week-8'],
  [24, 'week-24'],
  [36, 'week-36'],
]
const NEW_LABORATORY_FROM = 8

/** What a series of the invented patient is made of: a value for each of `TAKEN`, NaN where it was not measured. */
export interface Shape {
  readonly values: readonly number[]
  readonly range?: readonly [low: number | null, high: number | null]
  readonly newRange?: readonly [low: number | null, high: number | null]
  readonly decimals?: number
  readonly change?: (point: Point, index: number) => Partial<Point>
}

/** A series over the days of the invented patient. */
export function seriesOf(
  series: Pick<Series, 'id' | 'name' | 'abbreviation' | 'unit'>,
  { values, range, newRange, decimals = 0, change }: Shape,
): Series {
  const points = TAKEN.flatMap(([week, visit], index) => {
    const value = values[index]
    if (value === undefined || Number.isNaN(value)) return []
    const isNew = week >= NEW_LABORATORY_FROM
    const [low = null, high = null] = (isNew ? (newRange ?? range) : range) ?? []
    const plain: Point = {
      ...pointOn(dateOf(zero + week * 7), value),
      ...{
        printed: printedWith(value.toFixed(decimals), series.unit),
        low,
        high,
        visit: visit === null ? null : Slug.parse(visit),
      },
      by: isNew ? 'Clinic laboratory' : 'Hospital laboratory',
      flags: flagsAt(week),
    }
    return [{ ...plain, ...change?.(plain, index) }]
  })
  const before = points.filter(({ at, value }) => at < zero && value !== null)
  const mean = before.reduce((sum, { value }) => sum + (value ?? 0), 0) / before.length
  const days = { from: dateOf(zero - 182), to: dateOf(zero - 14) }
  const baseline =
    before.length === 0 ? null : { value: mean, rule: 'mean' as const, count: before.length, ...days }
  return { ...series, points, baseline, notComparable: 0, undated: 0 }
}

/** As a report prints it: with its unit where it has one. */
function printedWith(value: string, unit: string): string {
  return unit === '1' || unit === '{INR}' ? value : `${value} ${unit}`
}

function flagsAt(week: number): Point['flags'] {
  if (week === 6) return ['unscheduled']
  if (week === 24) return ['out_of_window']
  return week === NEW_LABORATORY_FROM ? ['laboratory_changed'] : []
}

/** A series of a laboratory value. */
export function laboratory(id: Analyte, shape: Shape): Series {
  const { name, abbreviation, unit } = analytes[id]
  return seriesOf({ id, name, abbreviation, unit }, shape)
}
