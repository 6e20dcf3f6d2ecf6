import type { Comparator, DecimalText } from '../decimal.ts'
import { readPrinted } from '../reports/printed-number.ts'

/** The mark before a number's decimals. */
export type DecimalMark = '.' | ','

/** What laboratories print behind a value to say that it is high or low; it is no part of the value. */
const FLAG = /(?:\s*[↑↓]+|\s+(?:h{1,2}|l{1,2}))$/i
/** Most are written so: read without further ado. */
const USUAL = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/
/** Databases print a number below one so. */
const BARE = /^([<>≤≥]=?|=[<>])?\s*\.(?=\d)/

/** Longer than a number with all that is printed beside it: patterns are not asked about what no number can be. */
const MAXIMUM_CHARACTERS = 100

/** A cell that says nothing: blank or a dash. */
export function isBlank(cell: string): boolean {
  // Asked of each cell: most are blank, or begin with what no blank one has.
  if (cell === '') return true
  if (cell > '0' && cell < '{') return false
  return /^[\s\-–—－/／]*$/.test(cell)
}

/**
 * A number as a table prints it, with its decimal mark: the other mark is refused, since it could part thousands.
 * Undefined where it is none.
 */
export function readValue(
  cell: string,
  mark: DecimalMark,
): { readonly value: DecimalText; readonly comparator?: Comparator } | undefined {
  if (mark === '.' && USUAL.test(cell)) return { value: cell as DecimalText }
  const trimmed = cell.trim()
  if (trimmed.length > MAXIMUM_CHARACTERS) return undefined
  const text = trimmed.replace(FLAG, '')
  const other = mark === '.' ? /[,，]/ : /[.．]/
  if (other.test(text)) return undefined
  const read = readPrinted(text.replace(/[,，]/, '.').replace(BARE, '$10.'))
  if (!('value' in read)) return undefined
  return { value: read.value, ...(read.comparator && { comparator: read.comparator }) }
}
