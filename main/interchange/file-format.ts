import type { FileFormat } from '#shared/api/imports.ts'
import { refused } from './tables/table-limits.ts'

/** Characters of the start of a file by which it is told. */
const LOOK = 4096

/** Beginnings of files that are none of those that Lobule reads as data. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['D0CF11E0A1B11AE1', 'is an old workbook (.xls) or protected by a password; save it as .xlsx without one'],
  ['25504446', 'is a PDF; attach it to results as a certified copy'],
  ['FFD8FF', 'is a picture; attach it to results as a certified copy'],
  ['89504E47', 'is a picture; attach it to results as a certified copy'],
]

/** What a file is, by its bytes and not by its name; refused where it is nothing that Lobule reads. */
export function fileFormatOf(bytes: Uint8Array, file: string): FileFormat {
  const start = Buffer.from(bytes.subarray(0, LOOK))
  const signature = start.subarray(0, 8).toString('hex').toUpperCase()
  const other = OTHERS.find(([beginning]) => signature.startsWith(beginning))
  if (other !== undefined) throw refused(file, other[1])
  if (signature.startsWith('504B0304')) return 'workbook'
  const text = start
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (text.startsWith('{')) return 'fhir'
  if (/^<(?:!doctype\s+html|html|table|meta)\b/i.test(text))
    throw refused(file, 'is a web page, whatever its name says; save it as .xlsx or CSV')
  if (text.startsWith('<')) return 'odm'
  return 'text'
}
