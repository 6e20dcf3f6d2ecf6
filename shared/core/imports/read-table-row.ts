import type { FactContent } from '../facts/content.ts'
import { type Columns, columnsOf } from './columns.ts'
import type { Mapping, TableAbout } from './mapping.ts'
import { examinationReader } from './read-examination-row.ts'
import { headReader } from './read-head.ts'
import { longReader, type Said, wideReader } from './read-laboratory-row.ts'
import { specimenReader } from './read-specimen.ts'
import { isRefusal, refusal } from './refusal.ts'
import type { ReadRow, Refusal } from './row.ts'
import type { TableRow } from './table-row.ts'

/** What a table is read with besides its mapping. */
export interface TableContext {
  /** The names in the header row, in order. */
  readonly columns: readonly string[]
  /** IANA name of the site's zone; the mapping's own comes before it. */
  readonly timeZone: string
  /** Written on every laboratory result. */
  readonly laboratory?: string
}

/**
 * Reads rows by a mapping without `mappingProblems`. A blank row says nothing; every other row yields at least one
 * statement, refusal or ignored row. Each content is a valid `FactContent`.
 */
export function rowReader(mapping: Mapping, context: TableContext): (row: TableRow) => ReadRow[] {
  const columns = columnsOf(mapping, context.columns)
  const sayingsOf = sayingsReader(mapping, columns, context.laboratory)
  const headOf = headReader(mapping, columns, context.timeZone)
  return ({ row, cells }) => {
    if (cells.every(cell => cell.trim() === '')) return []
    const misfit = misfitOf(cells, context.columns.length)
    if (misfit !== undefined) return [{ row, column: null, refusal: misfit }]
    const sayings = sayingsOf(cells)
    if (sayings.every(({ said }) => said === 'ignored')) return [{ row, column: null, ignored: true }]
    const head = headOf(cells)
    if (isRefusal(head)) return [{ row, column: null, refusal: head }]
    return sayings.map(({ column, said }): ReadRow => {
      if (said === 'ignored') return { row, column, ignored: true }
      if (isRefusal(said)) return { row, column, refusal: said }
      return { row, column, patient: head.patient, content: { ...said, on: head.on } as FactContent }
    })
  }
}

type Sayings = (cells: readonly string[]) => readonly Said<object>[]

function sayingsReader(mapping: Mapping, columns: Columns, laboratory: string | undefined): Sayings {
  if (isExamination(mapping)) return examinationReader(mapping, columns)
  const isWide = columns.every('analyte').length > 0
  const read = isWide ? wideReader(mapping, columns, laboratory) : longReader(mapping, columns, laboratory)
  const otherSpecimen = specimenReader(columns)
  return cells => {
    const sayings = read(cells)
    const other = sayings.every(({ said }) => said === 'ignored') ? undefined : otherSpecimen(cells)
    return other === undefined ? sayings : [{ column: null, said: other }]
  }
}

function isExamination(
  mapping: Mapping,
): mapping is Mapping & { readonly about: Exclude<TableAbout, 'laboratory'> } {
  return mapping.about !== 'laboratory'
}

/** A row with fewer or more cells than the header has slipped, or was cut: no cell of it can be trusted to be its column's. */
function misfitOf(cells: readonly string[], columns: number): Refusal | undefined {
  if (cells.length < columns) return refusal('too_few_columns', null, cells.join(' '))
  if (cells.length === columns || cells.slice(columns).every(cell => cell.trim() === '')) return undefined
  return refusal('too_many_columns', null, cells.slice(columns).join(' '))
}
