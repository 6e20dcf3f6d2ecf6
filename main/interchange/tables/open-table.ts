import type { Delimiter, Encoding, TableFormat } from '#shared/core/imports/mapping.ts'
import type { TableRow } from '#shared/core/imports/table-row.ts'
import { columnNames, findHeaderRow, HEADER_ROWS } from './header.ts'
import type { RawTable } from './raw-table.ts'
import { refused } from './table-limits.ts'
import { textTable } from './text-table.ts'
import { workbookTable } from './workbook-table.ts'

/** A file that holds a table. */
export interface TableFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly format: 'text' | 'workbook'
}

/** A table whose header was read; what its format left out was found out. */
export interface OpenTable {
  /** Null for a workbook. */
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  /** Empty for text. */
  readonly sheets: readonly string[]
  readonly sheet: string | null
  /** From 1. */
  readonly headerRow: number
  readonly columns: readonly string[]
  /** The rows below the header, some at a time, from the first whenever it is called. Throws `invalid_file` on the way. */
  rows(): AsyncIterable<readonly TableRow[]>
}

/** Opens a table; refused as `invalid_file` where the bytes are damaged, too much, or not what the format says. */
export async function openTable(file: TableFile, format: TableFormat): Promise<OpenTable> {
  if (file.format === 'workbook') {
    const book = await workbookTable(file.bytes, format, file.name)
    return { encoding: null, delimiter: null, ...book, ...(await headed(book, format, file.name)) }
  }
  const text = textTable(file.bytes, format, file.name)
  return { ...text, sheets: [], sheet: null, ...(await headed(text, format, file.name)) }
}

async function headed(
  table: RawTable,
  { headerRow }: TableFormat,
  file: string,
): Promise<Pick<OpenTable, 'headerRow' | 'columns' | 'rows'>> {
  const first = await firstRows(table, Math.max(HEADER_ROWS, headerRow ?? 0))
  const found = headerRow ?? findHeaderRow(first)
  const header = first[found - 1]
  if (header === undefined) {
    throw refused(
      file,
      first.length === 0 ? 'holds no rows' : 'has fewer rows than the row of the column names',
    )
  }
  const columns = columnNames(header, file)
  return { headerRow: found, columns, rows: () => rowsBelow(table, found) }
}

async function firstRows(table: RawTable, most: number): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = []
  for await (const batch of table.rows()) {
    rows.push(...batch.slice(0, most - rows.length))
    if (rows.length >= most) break
  }
  return rows
}

async function* rowsBelow(table: RawTable, header: number): AsyncGenerator<TableRow[]> {
  let count = 0
  for await (const batch of table.rows()) {
    const start = count
    count += batch.length
    if (count <= header) continue
    const skipped = Math.max(0, header - start)
    yield batch.slice(skipped).map((cells, index) => ({ row: start + skipped + index + 1, cells }))
  }
}
