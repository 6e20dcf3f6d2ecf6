/** The rows of a table before anybody knows which of them names the columns: blank ones too, from the first, some at a time. */
export interface RawTable {
  rows(): AsyncIterable<readonly (readonly string[])[]>
}
