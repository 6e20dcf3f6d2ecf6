import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ExportedFile } from '#shared/core/exports/request.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { eachPiece } from '../pieces.ts'

/** How far work on `total` bytes is; awaited, so that others are heard, and what throws there ends the work. */
export type Step = (done: number, total: number) => Promise<void>

/** Says nothing. */
export const noStep: Step = async () => undefined

/** A file as a list of files says it; read whole, in pieces. */
export async function fileEntry(file: string, step: Step = noStep): Promise<ExportedFile> {
  const sha256 = createHash('sha256')
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    let done = 0
    const bytes = await eachPiece(handle, { start: 0, bytes: size }, piece => {
      sha256.update(piece)
      done += piece.length
      return step(done, size)
    })
    return { path: basename(file), bytes, sha256: Sha256.parse(sha256.digest('hex')) }
  } finally {
    await handle.close()
  }
}
