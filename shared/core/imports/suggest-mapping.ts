import type { Mapping, TableFormat } from './mapping.ts'
import type { Survey } from './survey.ts'

/** What a mapping cannot leave out and the file does not tell: a person must choose, whatever stands there now. */
export type Undecided = 'dates' | 'decimal' | 'patientBy'

/** A mapping to start from. */
export interface Suggestion {
  readonly mapping: Mapping
  readonly undecided: readonly Undecided[]
}

/** Suggested from column names, codes, printed tests and units; what is only likely is left open. */
export function suggestMapping(_survey: Survey, _table: TableFormat): Suggestion {
  throw new Error('not yet')
}

/** Printed tests and units of a table that a mapping says nothing about, the most frequent first. */
export function unknownIn(
  _mapping: Mapping,
  _survey: Survey,
): { readonly tests: readonly string[]; readonly units: readonly string[] } {
  throw new Error('not yet')
}
