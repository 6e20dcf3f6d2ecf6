import type { FileFormat } from '#shared/api/imports.ts'
import { invalidFile } from './json-file.ts'

/** What a file is, by its bytes and not by its name; refused where it is nothing that Lobule reads. */
export function fileFormatOf(_bytes: Uint8Array, file: string): FileFormat {
  throw invalidFile(file, [{ path: '', message: 'not yet' }])
}
