/** One numbered step of the schema. Never changed once released: a later step changes what it made. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
  /**
   * Makes a table anew that others refer to. SQLite counts the rows of the old one as missing while it goes, so references
   * are checked once, when all is done.
   */
  readonly rebuilds?: true
}

/** Triggers that refuse to change or remove a row, for whoever holds the connection. */
export function appendOnly(...tables: string[]): string {
  return tables
    .flatMap(refusals)
    .map(sql => `${sql};`)
    .join('\n')
}

/** The triggers of one append-only table, as SQLite keeps their text. */
export function refusals(table: string): string[] {
  return ['UPDATE', 'DELETE'].map(
    verb =>
      `CREATE TRIGGER ${table}_refuse_${verb.toLowerCase()} BEFORE ${verb} ON ${table} ` +
      `BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
  )
}
