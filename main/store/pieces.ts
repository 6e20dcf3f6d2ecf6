import type { FileHandle } from 'node:fs/promises'

const PIECE = 1024 * 1024

/** What of a file is read. */
export interface Span {
  readonly start: number
  readonly bytes: number
}

/**
 * Reads a span piece by piece; each is handed to `use` while the next is already being read. Ends early where the file does:
 * answers how many bytes there were.
 */
export async function eachPiece(
  from: FileHandle,
  { start, bytes }: Span,
  use: (piece: Buffer) => Promise<void>,
): Promise<number> {
  let [current, other] = [Buffer.allocUnsafe(PIECE), Buffer.allocUnsafe(PIECE)]
  const read = (into: Buffer, done: number) => {
    const reading = from.read(into, 0, Math.min(PIECE, bytes - done), start + done)
    // It may fail before anybody waits for it.
    reading.catch(() => undefined)
    return reading
  }
  let done = 0
  let pending = read(current, done)
  for (;;) {
    const { bytesRead } = await pending
    if (bytesRead === 0) return done
    done += bytesRead
    pending = read(other, done)
    try {
      await use(current.subarray(0, bytesRead))
    } catch (error) {
      await pending.catch(() => undefined)
      throw error
    }
    ;[current, other] = [other, current]
  }
}
