import type { AppError } from '#shared/api/errors.ts'
import { invalidFile } from '../json-file.ts'

/** What a spreadsheet holds at most; no laboratory's month comes near. */
export const MAXIMUM_ROWS = 1_048_576
/** What a mapping holds at most. */
export const MAXIMUM_COLUMNS = 500
/** Characters of one row, all cells together. */
export const MAXIMUM_ROW_CHARACTERS = 1_000_000
/** Characters of the name of a column. */
export const MAXIMUM_NAME_CHARACTERS = 200

/** The refusal of a file as a whole. The message says what to do; it never says what stands in a cell. */
export function refused(file: string, message: string): AppError {
  return invalidFile(file, [{ path: '', message }])
}
