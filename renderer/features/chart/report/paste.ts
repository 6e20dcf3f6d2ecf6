import { readPrinted } from '../printed-number.ts'
import { findTest, type TestName } from '../tests.ts'

/** A line of a pasted table as it was understood; numbers stay as printed. */
export interface PastedRow {
  readonly test: TestName
  readonly value: string
  readonly unit: string
  readonly low: string
  readonly high: string
}

export type PastedLine =
  | { readonly line: string; readonly row: PastedRow }
  | { readonly line: string; readonly problem: 'noTest' | 'noValue' }

const NUMBER = String.raw`\d+(?:[.,]\d+)?`
const BOTH = new RegExp(`^[([]?(${NUMBER})(?:-{1,2}|[–—~～至])(${NUMBER})[)\\]]?$`)
const UPPER = new RegExp(`^[([]?(?:<=?|≤)(${NUMBER})[)\\]]?$`)
const LOWER = new RegExp(`^[([]?(?:>=?|≥)(${NUMBER})[)\\]]?$`)
const FLAG = /^(?:[↑↓*]+|[hl]{1,2}|high|low|n|正常|偏高|偏低|高|低)$/i
const FLAG_AT_END = /\s*[↑↓]+$/

/** Reads a table of names and values with optional units and ranges, whatever parts its columns. Blank lines are none. */
export function readPasted(text: string): PastedLine[] {
  return text
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .map(readLine)
}

function readLine(line: string): PastedLine {
  const cells = cellsOf(line)
  // A running number before the name is none of a result.
  const first = /^\d+[.、]?$/.test(cells[0] ?? '') && cells.length > 2 ? 1 : 0
  const at = cells.findIndex((cell, index) => index > first && isNumber(cell))
  if (at < 0) return { line, problem: 'noValue' }
  const test = testIn(cells.slice(first, at))
  if (test === undefined) return { line, problem: 'noTest' }
  return { line, row: { test, value: cells[at] ?? '', ...restOf(cells.slice(at + 1)) } }
}

function isNumber(cell: string): boolean {
  return 'value' in readPrinted(cell)
}

/** All cells before the value together are the name, or one of them is: code and name have a column each. */
function testIn(cells: readonly string[]): TestName | undefined {
  for (const name of [cells.join(' '), ...cells]) {
    const test = findTest(name)
    if (test) return test
  }
  return undefined
}

function restOf(cells: readonly string[]): Pick<PastedRow, 'unit' | 'low' | 'high'> {
  let unit = ''
  let range = { low: '', high: '' }
  for (const cell of cells) {
    const printed = rangeOf(cell)
    if (printed) range = printed
    else if (unit === '' && !FLAG.test(cell)) unit = cell
  }
  return { unit, ...range }
}

function rangeOf(cell: string): { low: string; high: string } | undefined {
  const plain = cell.normalize('NFKC').replace(/\s+/g, '')
  const [, low, high] = BOTH.exec(plain) ?? []
  if (low !== undefined && high !== undefined) return { low, high }
  const upper = UPPER.exec(plain)?.[1]
  if (upper !== undefined) return { low: '', high: upper }
  const lower = LOWER.exec(plain)?.[1]
  return lower === undefined ? undefined : { low: lower, high: '' }
}

/** The columns of a line: parted by tabs, semicolons, commas that are no decimal ones, else by blanks. */
function cellsOf(line: string): string[] {
  const plain = line
    .normalize('NFKC')
    .replace(/(\d)[ \t]*([-–—~])[ \t]*(?=\d)/g, '$1$2')
    .replace(/([<>≤≥]=?) +(?=\d)/g, '$1')
  const separator = separatorOf(plain)
  return plain
    .split(separator)
    .flatMap(cell => valueAndUnit(cell.trim()))
    .map(cell => cell.replace(FLAG_AT_END, ''))
    .filter(cell => cell !== '')
}

function separatorOf(line: string): RegExp {
  if (line.includes('\t')) return /\t/
  if (line.includes(';')) return /;/
  const hasDecimalCommasOnly = /\s/.test(line.trim()) && !/,(?!\d)|(?<!\d),/.test(line)
  if (line.includes(',') && !hasDecimalCommasOnly) return /,/
  return /\s+/
}

/** `45 U/L` in one column. */
function valueAndUnit(cell: string): string[] {
  const [, value, unit] = /^(\S+)\s+(\S+)$/.exec(cell.replace(FLAG_AT_END, '')) ?? []
  return value !== undefined && unit !== undefined && isNumber(value) ? [value, unit] : [cell]
}
