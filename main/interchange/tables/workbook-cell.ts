import { Decimal } from '#shared/core/decimal.ts'
import type { Shown } from './workbook-check.ts'

/** A number as the workbook writes it. */
export interface SheetNumber {
  readonly number: string
}

/** What the library makes of a cell; null for a blank one. */
export type ReadCell = string | boolean | Date | SheetNumber | null

/** What a cell shows: a spreadsheet computes with 17 digits and shows 15 of them at most. */
const SHOWN_DIGITS = 15

/**
 * A cell as text, numbers with a decimal point, days and times as ISO 8601 writes them, in no zone. A number that is
 * shown as another comes with its format, so that nobody takes it for what was printed.
 */
export function cellText(cell: ReadCell, shown: Shown | undefined): string {
  if (typeof shown === 'object' && 'error' in shown) return shown.error
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (cell instanceof Date) return timeText(cell)
  const number = Number(cell.number)
  if (!Number.isFinite(number)) return cell.number
  const exact = new Decimal(number.toPrecision(SHOWN_DIGITS))
  if (typeof shown === 'object') return `${exact.toFixed()} [${shown.format}]`
  return (shown === 'percent' ? exact.times(100) : exact).toFixed()
}

/** Times without a day count from the first day of the workbook's calendar, on which no specimen was taken. */
function timeText(date: Date): string {
  // Days are kept as fractions, so that a second can fall short of itself by a millisecond.
  const time = Math.round(date.getTime() / 1000) * 1000
  if (Number.isNaN(time)) return ''
  const [day = '', clock = ''] = new Date(time).toISOString().slice(0, 19).split('T')
  if (day < '1900-01-01' || day === '1904-01-01') return clock
  return clock === '00:00:00' ? day : `${day} ${clock}`
}
