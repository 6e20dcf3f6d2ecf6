import type { Mapping } from './mapping.ts'

/** What keeps a mapping from reading a table: where in the mapping, and what to do. */
export interface MappingProblem {
  readonly path: string
  readonly message: string
}

/** Whether a mapping and the columns of a table fit: none of its columns missing, none of the table's left unsaid. */
export function mappingProblems(_mapping: Mapping, _columns: readonly string[]): MappingProblem[] {
  throw new Error('not yet')
}
