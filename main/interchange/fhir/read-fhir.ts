import type { ReadRow } from '#shared/core/imports/row.ts'
import { invalidFile } from '../json-file.ts'

/**
 * The statements of a FHIR R4 Bundle; `row` is the number of the entry, from 1, and `column` the element, or the id of
 * a contained resource. Throws `invalid_file` where it is no such Bundle, broken or hostile.
 */
export function* readFhir(_bytes: Uint8Array, file: string): Iterable<ReadRow> {
  yield* []
  throw invalidFile(file, [{ path: '', message: 'is a FHIR Bundle; this version reads none' }])
}
