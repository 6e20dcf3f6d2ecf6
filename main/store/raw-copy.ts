import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { OWNER_ONLY } from './files.ts'

const PIECE = 1024 * 1024

/** Copies what an open file holds into a new one, byte by byte. Not flushed: whoever keeps the copy does that. */
export function copyOpenFile(from: number, to: string): void {
  const target = openSync(to, 'wx', OWNER_ONLY)
  let isWhole = false
  try {
    copyPieces(from, target)
    isWhole = true
  } finally {
    closeSync(target)
    if (!isWhole) rmSync(to, { force: true })
  }
}

function copyPieces(from: number, to: number): void {
  const piece = Buffer.alloc(PIECE)
  let bytes = 0
  for (;;) {
    const read = readSync(from, piece, 0, PIECE, bytes)
    if (read === 0) return
    // A full disk takes a part, and says so only in what it answers.
    for (let written = 0; written < read; ) written += writeSync(to, piece, written, read - written)
    bytes += read
  }
}
