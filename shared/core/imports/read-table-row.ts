import type { Mapping } from './mapping.ts'
import type { ReadRow } from './row.ts'
import type { TableRow } from './table-row.ts'

/** What a table is read with besides its mapping. */
export interface TableContext {
  /** The names in the header row, in order. */
  readonly columns: readonly string[]
  /** IANA name of the site's zone; the mapping's own comes before it. */
  readonly timeZone: string
  /** Written on every laboratory result. */
  readonly laboratory?: string
}

/**
 * Reads rows by a mapping without `mappingProblems`. A blank row says nothing; every other row yields at least one
 * statement, refusal or ignored row. Each content is a valid `FactContent`.
 */
export function rowReader(_mapping: Mapping, _context: TableContext): (row: TableRow) => ReadRow[] {
  throw new Error('not yet')
}
