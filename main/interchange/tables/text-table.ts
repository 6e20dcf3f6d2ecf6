import type { Delimiter, Encoding, TableFormat } from '#shared/core/imports/mapping.ts'
import { delimiterOf } from './delimiter.ts'
import { decoded, encodingOf } from './encoding.ts'
import type { RawTable } from './raw-table.ts'
import { records } from './records.ts'

/** Characters of the start of a text by which its delimiter is told. */
const START = 64 * 1024
const QUOTATION_MARK = 0x22

/** A text as rows of cells, with what was found out of its format. */
export interface TextTable extends RawTable {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
}

/** Opens a CSV or TSV text. */
export function textTable(bytes: Uint8Array, format: TableFormat, file: string): TextTable {
  const encoding = format.encoding ?? encodingOf(bytes, file)
  const delimiter = format.delimiter ?? delimiterOf(startOf(bytes, encoding, file))
  const hasQuotes = bytes.includes(QUOTATION_MARK)
  const rows = () => records({ chunks: decoded(bytes, encoding, file), delimiter, hasQuotes, file })
  return { encoding, delimiter, rows }
}

/** Whole lines only: the last of a longer text would count too few cells. */
function startOf(bytes: Uint8Array, encoding: Encoding, file: string): string {
  for (const text of decoded(bytes, encoding, file)) {
    if (text.length <= START) return text
    const start = text.slice(0, START)
    return start.slice(0, start.lastIndexOf('\n') + 1) || start
  }
  return ''
}
