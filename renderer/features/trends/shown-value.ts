import type { Point, Series } from '#shared/core/trends/series.ts'
import type { DrawnLine, DrawnPoint } from '../../charts/drawn-line.ts'

/** What is drawn of a value: itself, as a multiple, or as a change. */
export const SHOWN_AS = ['value', 'uln', 'baseline', 'change'] as const
export type ShownAs = (typeof SHOWN_AS)[number]

/** A number in a way of showing; undefined where it has none: no limit was printed, no baseline is known. */
export function shownNumber(
  number: number,
  shown: ShownAs,
  { high, baseline }: { readonly high: number | null; readonly baseline: number | null },
): number | undefined {
  switch (shown) {
    case 'value':
      return number
    case 'uln':
      return high === null || high <= 0 ? undefined : number / high
    case 'baseline':
      return baseline === null || baseline === 0 ? undefined : number / baseline
    case 'change':
      return baseline === null ? undefined : number - baseline
  }
}

/** Whether any value of a series has a multiple or a change; values themselves are always shown. */
export function canBeShown({ points, baseline }: Series, shown: ShownAs): boolean {
  if (shown === 'value') return true
  return shown === 'uln' ? points.some(({ high }) => high !== null) : baseline !== null
}

/** A series as its line in a panel. `leftOut` counts the values that cannot be shown in this way, or at all. */
export function lineOf(
  series: Series,
  shown: ShownAs,
  nameOf: (series: Series) => string,
): { readonly line: DrawnLine; readonly leftOut: number } {
  const points = series.points.flatMap(point => drawnPoint(point, series, shown))
  const { baseline } = series
  const level =
    baseline === null || shown === 'uln'
      ? undefined
      : shownNumber(baseline.value, shown, { high: null, baseline: baseline.value })
  const line = { id: series.id, name: nameOf(series), points, baseline: level ?? null }
  return { line, leftOut: series.points.length - points.length }
}

function drawnPoint(point: Point, series: Series, shown: ShownAs): DrawnPoint[] {
  if (point.value === null) return []
  const against = { high: point.high, baseline: series.baseline?.value ?? null }
  const value = shownNumber(point.value, shown, against)
  if (value === undefined) return []
  const limit = (number: number | null) =>
    number === null ? null : (shownNumber(number, shown, against) ?? null)
  const isKept = point.flags.length > 0 || point.comparator !== null
  return [{ point, at: point.at, value, low: limit(point.low), high: limit(point.high), isKept }]
}

/** The line that multiples and changes are read against. */
export const LEVEL: Readonly<Record<ShownAs, number | undefined>> = {
  value: undefined,
  uln: 1,
  baseline: 1,
  change: 0,
}

/** Where a value lies against the range printed with it; undefined where that is not certain. */
export function sideOf({ value, comparator, low, high }: Point): 'high' | 'low' | undefined {
  if (value === null) return undefined
  const isAtLeast = comparator === null || comparator.startsWith('>')
  const isAtMost = comparator === null || comparator.startsWith('<')
  if (high !== null && isAtLeast && (value > high || (comparator === '>' && value >= high))) return 'high'
  if (low !== null && isAtMost && (value < low || (comparator === '<' && value <= low))) return 'low'
  return undefined
}

/** A number as short as its size allows: a multiple or a change is read, never computed with. */
export function shortNumber(value: number): string {
  const size = Math.abs(value)
  const decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
  return `${Number(value.toFixed(decimals))}`
}
