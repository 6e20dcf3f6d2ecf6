import { readPrinted } from '#shared/core/reports/printed-number.ts'
import { readRange } from '#shared/core/reports/printed-range.ts'
import { findTest, isElsewhere, type TestName } from '#shared/core/reports/tests.ts'

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
  const test = isParted(line) ? testIn(cells.slice(first, at)) : testOfWords(cells.slice(first, at))
  if (test === undefined) return { line, problem: 'noTest' }
  return { line, row: { test, value: cells[at] ?? '', ...restOf(cells.slice(at + 1)) } }
}

function isNumber(cell: string): boolean {
  return 'value' in readPrinted(cell)
}

/** All cells before the value together are the name, or code and name have a column each: never two different tests. */
function testIn(cells: readonly string[]): TestName | undefined {
  const whole = findTest(cells.join(' '))
  if (whole !== undefined) return whole
  if (isElsewhere(cells.join(' '))) return undefined
  const [found, ...others] = cells.map(findTest).filter(test => test !== undefined)
  return others.every(other => isSameTest(other, found)) ? found : undefined
}

/** Words without columns: every one of them belongs to a name of the test. `PT ratio` is no PT, `Hemoglobin A1c` no Hb. */
function testOfWords(words: readonly string[]): TestName | undefined {
  const whole = findTest(words.join(' '))
  if (whole !== undefined) return whole
  for (let parting = 1; parting < words.length; parting += 1) {
    const test = findTest(words.slice(0, parting).join(' '))
    const other = findTest(words.slice(parting).join(' '))
    if (test !== undefined && isSameTest(test, other)) return test
  }
  return undefined
}

function isSameTest(one: TestName, other: TestName | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function restOf(cells: readonly string[]): Pick<PastedRow, 'unit' | 'low' | 'high'> {
  let unit = ''
  let range = { low: '', high: '' }
  for (const cell of cells) {
    const printed = readRange(cell)
    if (printed) range = printed
    else if (unit === '' && !FLAG.test(cell)) unit = cell
  }
  return { unit, ...range }
}

/** The columns of a line: parted by tabs, semicolons, commas that are no decimal ones, else by blanks. */
function cellsOf(line: string): string[] {
  const plain = line
    // A raised digit is a power or a footnote; without its mark it would become a digit of the number.
    .replace(/(?<=\d)(?=[⁰¹²³⁴-⁹])/g, '^')
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

function isParted(line: string): boolean {
  return separatorOf(line.normalize('NFKC')).source !== BLANKS.source
}

const BLANKS = /\s+/

function separatorOf(line: string): RegExp {
  if (line.includes('\t')) return /\t/
  if (line.includes(';')) return /;/
  const hasDecimalCommasOnly = /\s/.test(line.trim()) && !/,(?!\d)|(?<!\d),/.test(line)
  if (line.includes(',') && !hasDecimalCommasOnly) return /,/
  return BLANKS
}

/** `45 U/L` in one column. */
function valueAndUnit(cell: string): string[] {
  const [, value, unit] = /^(\S+)\s+(\S+)$/.exec(cell.replace(FLAG_AT_END, '')) ?? []
  return value !== undefined && unit !== undefined && isNumber(value) ? [value, unit] : [cell]
}
