import type { TableAbout } from './mapping.ts'
import type { TableRow } from './table-row.ts'

/** What the rows of a table hold, gathered so that a mapping can be suggested from the whole file. */
export interface Survey {
  readonly about: TableAbout
  readonly columns: readonly string[]
  /** Rows that were added and are not blank. */
  readonly rows: number
  add(row: TableRow): void
}

/** An empty survey of a table with these columns. */
export function createSurvey(_about: TableAbout, _columns: readonly string[]): Survey {
  throw new Error('not yet')
}
