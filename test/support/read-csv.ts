import { parse } from 'csv-parse/sync'

/** A row by its columns; an empty cell is undefined. */
export type ReadRow = Readonly<Record<string, string | undefined>>

/** Reads a CSV as another program would, by csv-parse, and takes off the apostrophe that the codebook tells of. */
export function readCsv(text: string): { columns: string[]; rows: ReadRow[] } {
  if (!text.startsWith('\uFEFF')) throw new Error('lacks the byte order mark')
  const [columns = [], ...lines] = parse(text, { bom: true, record_delimiter: '\r\n' }) as string[][]
  return {
    columns,
    rows: lines.map(cells =>
      Object.fromEntries(
        columns.flatMap((column, index) => (cells[index] === '' ? [] : [[column, unescaped(cells[index])]])),
      ),
    ),
  }
}

function unescaped(cell = ''): string {
  return cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '')
}

/** The cells that a spreadsheet would run: unquoted or quoted, they begin as a formula does and are no plain number. */
export function formulasIn(text: string): string[] {
  const lines = parse(text, { bom: true, record_delimiter: '\r\n' }) as string[][]
  return lines.flat().filter(cell => /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-\d+(?:\.\d+)?$/.test(cell))
}
