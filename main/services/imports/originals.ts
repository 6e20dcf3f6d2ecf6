import type { MutationContext } from '#main/services/context.ts'
import { invalid, notFound } from '#main/services/failures.ts'
import { fileContent } from '#main/store/file-repository.ts'
import { filesOfImports } from '#main/store/import-repository.ts'
import { PART_BYTES } from '#shared/api/imports.ts'
import type { Sha256 } from '#shared/core/ids.ts'

/** A part of an original that an import was read from; the first one is noted in the trail. */
export function originalPart(
  { sha256, offset }: { readonly sha256: Sha256; readonly offset: number },
  { db, audit }: MutationContext,
): { name: string; bytes: number; part: string } {
  const file = filesOfImports(db).findLast(one => one.sha256 === sha256)
  if (file === undefined) throw notFound('file', sha256)
  const part = partOf(fileContent(db, sha256), offset)
  const subject = { kind: 'import', id: file.importId }
  if (offset === 0)
    audit({ action: 'import.export_original', subject, newValue: { name: file.name, sha256 } })
  return { name: file.name, bytes: file.bytes, part }
}

/** Base64 of as much as one call carries. */
export function partOf(content: Uint8Array, offset: number): string {
  if (offset >= content.length) throw invalid('offset', 'lies past the end of the file')
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    .subarray(offset, offset + PART_BYTES)
    .toString('base64')
}
