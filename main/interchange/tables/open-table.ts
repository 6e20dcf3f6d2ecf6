import type { Delimiter, Encoding, TableFormat } from '#shared/core/imports/mapping.ts'
import type { TableRow } from '#shared/core/imports/table-row.ts'
import { invalidFile } from '../json-file.ts'

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
export async function openTable(file: TableFile, _format: TableFormat): Promise<OpenTable> {
  throw invalidFile(file.name, [{ path: '', message: 'not yet' }])
}
