import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { createDeflateRaw, createInflateRaw } from 'node:zlib'
import type { ExportedFile } from '#shared/core/exports/request.ts'
import { Sha256 } from '#shared/core/ids.ts'
import type { ExportFile } from '../export-file.ts'

/** A file that was written and is kept deflated until it leaves. */
export interface PackedFile extends ExportedFile {
  readonly pieces: readonly Uint8Array[]
}

/** Small chunks are gathered: each write to the compressor costs more than the text of a cell. */
const PIECE = 256 * 1024

/** Writes a file, hashes and deflates it. `pause` is called about every 256 KB. */
export async function packFile(
  { path, chunks }: ExportFile,
  pause: () => Promise<void> = async () => undefined,
): Promise<PackedFile> {
  const sha256 = createHash('sha256')
  const deflate = createDeflateRaw()
  const pieces: Uint8Array[] = []
  deflate.on('data', (piece: Buffer) => void pieces.push(piece))
  const done = once(deflate, 'end')
  let bytes = 0
  try {
    for (const gathered of gather(chunks)) {
      bytes += gathered.length
      sha256.update(gathered)
      if (!deflate.write(gathered)) await once(deflate, 'drain')
      await pause()
    }
  } catch (error) {
    deflate.destroy()
    done.catch(() => undefined)
    throw error
  }
  deflate.end()
  await done
  return { path, bytes, sha256: Sha256.parse(sha256.digest('hex')), pieces }
}

/** The bytes of a packed file, as they were written. */
export function unpacked({ pieces }: PackedFile): Readable {
  return Readable.from(pieces, { objectMode: false }).pipe(createInflateRaw())
}

/** How much of the memory a packed file takes. */
export function packedBytes({ pieces }: PackedFile): number {
  return pieces.reduce((sum, { length }) => sum + length, 0)
}

function* gather(chunks: Iterable<string | Uint8Array>): Generator<Buffer> {
  let parts: Buffer[] = []
  let length = 0
  let text = ''
  const flushText = () => {
    if (text === '') return
    parts.push(Buffer.from(text))
    text = ''
  }
  for (const chunk of chunks) {
    length += chunk.length
    if (typeof chunk === 'string') text += chunk
    else {
      flushText()
      parts.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    }
    if (length < PIECE) continue
    flushText()
    yield Buffer.concat(parts)
    parts = []
    length = 0
  }
  flushText()
  if (parts.length > 0) yield Buffer.concat(parts)
}
