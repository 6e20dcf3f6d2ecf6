/** One row of a table, below its column names. */
export interface TableRow {
  /** From 1, counted as a spreadsheet counts: blank rows and the rows above the header too. */
  readonly row: number
  /** As printed; a cell that is not there is ''. */
  readonly cells: readonly string[]
}
