import { analyteOfLoinc } from '../analytes.ts'
import { type Comparator, Decimal } from '../decimal.ts'
import type { FactContentOf } from '../facts/content.ts'
import { readRange } from '../reports/printed-range.ts'
import { unitsOf } from '../units.ts'
import type { Column, Columns } from './columns.ts'
import { readCondition } from './read-condition.ts'
import { type DecimalMark, isBlank, readValue } from './read-value.ts'
import { isRefusal, refusal } from './refusal.ts'
import { remembered } from './remembered.ts'
import type { Refusal } from './row.ts'

/** A result without its time. */
export type Result = Omit<FactContentOf<'laboratory'>, 'on'>

/** A test whose value stands in a column, in a unit of UCUM. */
export interface Asked {
  readonly loinc: string
  readonly unit: string
  readonly value: Column
  /** Where the unit was read; the value's own where it was not. */
  readonly unitColumn?: Column | undefined
}

type Range = NonNullable<Result['range']>
type Parts = Pick<Result, 'comparator' | 'range' | 'control' | 'specimenCondition'>

/** Reads the values of a table, with what stands beside them. */
export function resultReader(
  columns: Columns,
  mark: DecimalMark,
  laboratory: string | undefined,
): (cells: readonly string[], asked: Asked) => Result | Refusal {
  const comparatorOf = comparatorReader(columns)
  const rangeOf = rangeReader(columns, mark)
  const controlOf = controlReader(columns, mark)
  const conditionOf = conditionReader(columns)
  return (cells, { loinc, unit, value: column, unitColumn = column }) => {
    const cell = cells[column.index] ?? ''
    if (isBlank(cell)) return refusal('no_value', column.name, null)
    const read = readValue(cell, mark)
    if (read === undefined) return refusal('unreadable_value', column.name, cell)
    if (!isUnitOf(loinc, unit)) return refusal('unit_of_other_quantity', unitColumn.name, unit)
    const parts: { -readonly [name in keyof Parts]: Parts[name] } = {}
    for (const part of [
      comparatorOf(cells, read.comparator),
      rangeOf(cells),
      controlOf(cells, loinc),
      conditionOf(cells),
    ]) {
      if (part === undefined) continue
      if (isRefusal(part)) return part
      Object.assign(parts, part)
    }
    return {
      kind: 'laboratory',
      loinc,
      value: read.value,
      unit,
      ...parts,
      ...(laboratory !== undefined && { laboratory }),
    }
  }
}

type PartReader<More extends unknown[] = []> = (
  cells: readonly string[],
  ...more: More
) => Parts | Refusal | undefined

/** A map, since a cell can say `constructor` too, which every object has. */
const COMPARATORS: ReadonlyMap<string, Comparator> = new Map([
  ['<', '<'],
  ['<=', '<='],
  ['≤', '<='],
  ['>', '>'],
  ['>=', '>='],
  ['≥', '>='],
])

/** What stands before the value and what stands in a column of its own must not contradict each other. */
function comparatorReader(columns: Columns): PartReader<[Comparator | undefined]> {
  const column = columns.one('comparator')
  return (cells, printed) => {
    const cell = column === undefined ? '' : (cells[column.index] ?? '').normalize('NFKC').trim()
    if (isBlank(cell) || cell === '=') return printed && { comparator: printed }
    const comparator = COMPARATORS.get(cell)
    if (comparator === undefined || (printed !== undefined && printed !== comparator))
      return refusal('unreadable_value', column?.name ?? null, cell)
    return { comparator }
  }
}

function rangeReader(columns: Columns, mark: DecimalMark): PartReader {
  const [both, low, high] = [columns.one('range'), columns.one('range_low'), columns.one('range_high')]
  if (both !== undefined) {
    const read = remembered((cell: string) => {
      const limits = readRange(cell)
      const range = limits && rangeOf(limits, mark)
      return range === undefined ? refusal('unreadable_range', both.name, cell) : { range }
    })
    return cells => {
      const cell = cells[both.index] ?? ''
      return isBlank(cell) ? undefined : read(cell)
    }
  }
  if (low === undefined && high === undefined) return () => undefined
  return cells => {
    const limits = { low: limitIn(cells, low), high: limitIn(cells, high) }
    if (limits.low === '' && limits.high === '') return undefined
    const range = rangeOf(limits, mark)
    if (range !== undefined) return { range }
    return refusal('unreadable_range', (low ?? high)?.name ?? null, `${limits.low} – ${limits.high}`)
  }
}

function limitIn(cells: readonly string[], column: Column | undefined): string {
  const cell = column === undefined ? '' : (cells[column.index] ?? '')
  return isBlank(cell) ? '' : cell
}

function rangeOf(limits: { low: string; high: string }, mark: DecimalMark): Range | undefined {
  const range: { -readonly [name in keyof Range]: Range[name] } = {}
  for (const side of ['low', 'high'] as const) {
    if (limits[side] === '') continue
    const read = readValue(limits[side], mark)
    if (read === undefined || read.comparator !== undefined) return undefined
    range[side] = read.value
  }
  const { low, high } = range
  return low !== undefined && high !== undefined && new Decimal(low).gt(high) ? undefined : range
}

/** `not_printed` only where the table has no column for it: a blank cell of such a column is a gap in the file. */
function controlReader(columns: Columns, mark: DecimalMark): PartReader<[string]> {
  const column = columns.one('control')
  return (cells, loinc) => {
    if (analyteOfLoinc(loinc) !== 'prothrombin_time') return undefined
    if (column === undefined) return { control: 'not_printed' }
    const cell = cells[column.index] ?? ''
    if (isBlank(cell)) return refusal('no_value', column.name, null)
    const read = readValue(cell, mark)
    if (read === undefined || read.comparator !== undefined || Number(read.value) === 0)
      return refusal('unreadable_value', column.name, cell)
    return { control: read.value }
  }
}

function conditionReader(columns: Columns): PartReader {
  const column = columns.one('specimen_condition')
  if (column === undefined) return () => undefined
  return cells => {
    const cell = cells[column.index] ?? ''
    const condition = readCondition(cell)
    if (condition === undefined) return refusal('unreadable_field', column.name, cell)
    return condition === 'none' ? undefined : { specimenCondition: condition }
  }
}

/** A code that Lobule does not interpret can have any unit. */
function isUnitOf(loinc: string, unit: string): boolean {
  const analyte = analyteOfLoinc(loinc)
  return analyte === undefined || unitsOf(analyte).includes(unit)
}
