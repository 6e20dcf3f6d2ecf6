import type { ExportFile } from './export-file.ts'

/** What a cell may hold; null is an empty one. */
export type Cell = string | number | PrintedNumber | null

/** A number with the digits that were printed, such as `-2.50`: no formula, though it may begin like one. */
interface PrintedNumber {
  readonly printed: string
}

/** So that spreadsheets read Chinese as what it is. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * What spreadsheets take for the start of a formula, in both widths (OWASP, CSV injection). With an apostrophe of its
 * own before it, too: so whoever takes one apostrophe off has what was written.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

/** Rows as CSV (RFC 4180) with a byte order mark. Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map(csvRow).join('')
}

/** One row as `csvText` writes it, with its line break. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `${cell}`
  if (typeof cell === 'object') return cell.printed
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A CSV of an export: its head, then the text of its rows as it comes. */
export function csvFile(path: string, head: readonly string[], rows: Iterable<string>): ExportFile {
  return {
    path,
    mediaType: 'text/csv; charset=utf-8',
    chunks: {
      *[Symbol.iterator]() {
        yield BYTE_ORDER_MARK + csvRow(head)
        yield* rows
      },
    },
  }
}
