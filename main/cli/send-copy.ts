import { open } from 'node:fs/promises'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { AppError } from '#shared/api/errors.ts'
import type { CopySummary } from '#shared/api/exports.ts'
import { PART_BYTES } from '#shared/api/imports.ts'

/** Hands a complete copy or a backup over to the engine, part after part; answers what it is. Throws `not_found`. */
export async function sendCopy(
  file: string,
  id: string,
  site: Pick<Client<typeof contract>['site'], 'receiveCopy'>,
): Promise<CopySummary> {
  await using handle = await open(file).catch((error: unknown) => {
    throw new AppError({ code: 'not_found', entity: 'file', id: file }, { cause: error })
  })
  const { size: total } = await handle.stat()
  const part = Buffer.alloc(PART_BYTES)
  for (let offset = 0; offset < total; ) {
    const { bytesRead } = await handle.read(part, 0, part.length, offset)
    const content = part.toString('base64', 0, bytesRead)
    const { copy } = await site.receiveCopy({ id, part: content, offset, total })
    if (copy !== null) return copy
    offset += bytesRead
  }
  throw new AppError({
    code: 'invalid_file',
    file: 'copy',
    issues: [{ path: '', message: 'the file is empty' }],
  })
}
