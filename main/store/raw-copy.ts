import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { Sha256 } from '#shared/core/ids.ts'
import { OWNER_ONLY } from './files.ts'

const PIECE = 1024 * 1024

/** Copies what an open file holds into a new one, and answers its SHA-256. Not flushed: whoever keeps the copy does that. */
export function copyOpenFile(from: number, to: string): Sha256 {
  const target = openSync(to, 'wx', OWNER_ONLY)
  let isWhole = false
  try {
    const sha256 = copyPieces(from, target)
    isWhole = true
    return sha256
  } finally {
    closeSync(target)
    if (!isWhole) rmSync(to, { force: true })
  }
}

function copyPieces(from: number, to: number): Sha256 {
  const sha256 = createHash('sha256')
  const piece = Buffer.alloc(PIECE)
  let bytes = 0
  for (;;) {
    const read = readSync(from, piece, 0, PIECE, bytes)
    if (read === 0) return Sha256.parse(sha256.digest('hex'))
    sha256.update(piece.subarray(0, read))
    // A full disk takes a part, and says so only in what it answers.
    for (let written = 0; written < read; ) written += writeSync(to, piece, written, read - written)
    bytes += read
  }
}
