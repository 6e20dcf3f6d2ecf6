import { parse } from 'csv-parse/sync'
import { Delimiter } from '#shared/core/imports/mapping.ts'
import { knownNames } from './header.ts'

/** Rows that are looked at. */
const ROWS = 50

/**
 * What parts the columns of a text: with it a row has the most names that are known, and most of the first rows have the
 * same number of cells, more than one.
 */
export function delimiterOf(start: string): Delimiter {
  const ranked = Delimiter.options
    .map(delimiter => {
      const rows = firstRows(start, delimiter)
      const known = Math.max(0, ...rows.map(knownNames))
      return { delimiter, known: known < 2 ? 0 : known, ...regularity(rows.map(({ length }) => length)) }
    })
    .sort((a, b) => b.known - a.known || b.rows - a.rows || b.cells - a.cells)
  return ranked[0]?.delimiter ?? ','
}

/** How many rows have as many cells as most rows have; 0 where that is one. */
function regularity(counts: readonly number[]): { readonly rows: number; readonly cells: number } {
  const byCells = new Map<number, number>()
  for (const cells of counts) if (cells > 1) byCells.set(cells, (byCells.get(cells) ?? 0) + 1)
  const [most] = [...byCells].sort(([a, rowsOfA], [b, rowsOfB]) => rowsOfB - rowsOfA || b - a)
  return most === undefined ? { rows: 0, cells: 0 } : { cells: most[0], rows: most[1] }
}

function firstRows(start: string, delimiter: Delimiter): string[][] {
  return parse(start, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    to: ROWS,
  })
}
