import { z } from 'zod'

/** A row of a list as typed, cell by cell; an empty cell is an empty text. */
export type TypedRow = Readonly<Record<string, string>>

const Rows = z.array(z.record(z.string(), z.string()))

/** The rows that a field keeps as one text, because drafts keep texts. */
export function rowsIn(value: string | undefined): readonly TypedRow[] {
  if (value === undefined || value === '') return []
  return Rows.safeParse(JSON.parse(value)).data ?? []
}

/** An empty list is an empty field. */
export function textOfRows(rows: readonly TypedRow[]): string {
  return rows.length === 0 ? '' : JSON.stringify(rows)
}

export function isBlankRow(row: TypedRow): boolean {
  return Object.values(row).every(cell => cell.trim() === '')
}

/** The row without its empty cells. */
export function filledCells(row: TypedRow): TypedRow {
  return Object.fromEntries(Object.entries(row).filter(([, cell]) => cell.trim() !== ''))
}
