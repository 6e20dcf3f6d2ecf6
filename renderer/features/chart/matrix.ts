import { Analyte, analyteOfLoinc } from '#shared/core/analytes.ts'
import { boundsOf } from '#shared/core/civil-date.ts'
import { compareRange, Decimal, valueRange } from '#shared/core/decimal.ts'
import type { FactContentOf } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'

/** A charted laboratory value. */
export type Result = Fact & { readonly content: FactContentOf<'laboratory'> }

export function isResult(fact: Fact): fact is Result {
  return fact.content.kind === 'laboratory'
}

/** One test through time: its results by specimen time. */
export interface MatrixRow {
  readonly loinc: string
  readonly latest: Result
  /** The range that was printed last in the unit of the latest result. */
  readonly range: Result['content']['range']
  readonly cells: ReadonlyMap<string, readonly Result[]>
}

export interface Matrix {
  /** Specimen times as charted, the latest first. */
  readonly times: readonly Result['content']['on'][]
  readonly rows: readonly MatrixRow[]
}

/** Results as a table: a row for each test, a column for each specimen time, the latest first. */
export function matrixOf(results: readonly Result[]): Matrix {
  const times = [...new Set(results.map(({ content }) => content.on))].sort(byTimeDescending)
  const rows = [...Map.groupBy(results, ({ content }) => testKey(content.loinc)).values()].map(rowOf)
  return { times, rows: rows.sort((a, b) => placeOf(a.loinc) - placeOf(b.loinc)) }
}

function rowOf(results: readonly Result[]): MatrixRow {
  const sorted = [...results].sort((a, b) => byTimeDescending(a.content.on, b.content.on))
  const [latest] = sorted
  if (latest === undefined) throw new Error('a row of no results')
  const { loinc, unit } = latest.content
  const range = sorted.find(({ content }) => content.unit === unit && content.range)?.content.range
  return { loinc, latest, range, cells: Map.groupBy(sorted, ({ content }) => content.on) }
}

/** Codes of one analyte share a row; a code that Lobule does not interpret has its own. */
function testKey(loinc: string): string {
  return analyteOfLoinc(loinc) ?? loinc
}

function placeOf(loinc: string): number {
  const analyte = analyteOfLoinc(loinc)
  return analyte === undefined ? Analyte.options.length : Analyte.options.indexOf(analyte)
}

type Time = Result['content']['on']

/** By the last day that a time can stand for; of one day the later clock first, and a day without a clock last. */
function byTimeDescending(a: Time, b: Time): number {
  return boundsOf(b).latest - boundsOf(a).latest || clockOf(b) - clockOf(a) || (a < b ? 1 : -1)
}

function clockOf(time: Time): number {
  return time.length > 10 ? Date.parse(time) : 0
}

/** Above or below the range as printed with the value; undefined where neither is certain. */
export type Flag = 'high' | 'low'

export function flagOf({
  value,
  comparator,
  range,
}: Pick<Result['content'], 'value' | 'comparator' | 'range'>): Flag | undefined {
  const values = valueRange(new Decimal(value), comparator)
  if (range?.high !== undefined && compareRange(values, 'gt', new Decimal(range.high)) === true) return 'high'
  if (range?.low !== undefined && compareRange(values, 'lt', new Decimal(range.low)) === true) return 'low'
  return undefined
}
