/** What a cell may hold; null is an empty one. */
export type Cell = string | number | null

/** So that spreadsheets read Chinese as what it is. */
const BYTE_ORDER_MARK = '\uFEFF'

/** What spreadsheets take for the start of a formula, in both widths (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Rows as CSV (RFC 4180) with a byte order mark. Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map(row => `${row.map(cellText).join(',')}\r\n`).join('')
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `${cell}`
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
