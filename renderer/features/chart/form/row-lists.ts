import { filledCells, isBlankRow, rowsIn, textOfRows } from './typed-rows.ts'

const ROW_LISTS = ['interruptions', 'answers', 'notDone']

/** Attributes that are lists of rows, such as the interruptions of an infusion. */
export function isRowList(name: string): boolean {
  return ROW_LISTS.includes(name)
}

const TIMES = new Set(['from', 'to'])

/** A charted list as somebody would type it. */
export function typedRows(value: unknown, typedTime: (time: string) => string): string {
  const rows = value as readonly Readonly<Record<string, string>>[]
  return textOfRows(rows.map(row => mapTimes(row, typedTime)))
}

/**
 * The rows of a list for `FactContent` to check. Empty rows are left out, but not an item of a checklist that nobody
 * answered: that is a gap, and the form must say so.
 */
export function rowsOfList(name: string, value: string, readTime: (text: string) => string): unknown[] {
  const rows = rowsIn(value).filter(row => name === 'answers' || !isBlankRow(row))
  return rows.map(row => mapTimes(filledCells(row), readTime))
}

function mapTimes(row: Readonly<Record<string, string>>, change: (time: string) => string) {
  return Object.fromEntries(
    Object.entries(row).map(([cell, text]) => [cell, TIMES.has(cell) ? change(text) : text.trim()]),
  )
}
