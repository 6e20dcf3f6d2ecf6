import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ExportedFile } from '#shared/core/exports/request.ts'
import { Sha256 } from '#shared/core/ids.ts'

/** How far work on `total` bytes is; awaited, so that others are heard, and what throws there ends the work. */
export type Step = (done: number, total: number) => Promise<void>

/** Says nothing. */
export const noStep: Step = async () => undefined

const PIECE = 1024 * 1024

/** A file as a list of files says it; read whole, in pieces. */
export async function fileEntry(file: string, step: Step = noStep): Promise<ExportedFile> {
  const sha256 = createHash('sha256')
  const piece = Buffer.alloc(PIECE)
  const handle = await open(file, 'r')
  let bytes = 0
  try {
    const { size } = await handle.stat()
    for (;;) {
      const { bytesRead } = await handle.read(piece)
      if (bytesRead === 0) break
      bytes += bytesRead
      sha256.update(piece.subarray(0, bytesRead))
      await step(bytes, Math.max(bytes, size))
    }
  } finally {
    await handle.close()
  }
  return { path: basename(file), bytes, sha256: Sha256.parse(sha256.digest('hex')) }
}
