import { createReadStream, rmSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { OWNER_ONLY } from '#main/store/files.ts'
import { eachPiece } from '#main/store/pieces.ts'
import { COPY_NAMES } from '#main/store/site-copy/copy-file.ts'
import type { Step } from '#main/store/site-copy/file-entry.ts'
import { copyFileOf } from '#main/store/site-copy/read-site-copy.ts'
import { type CivilDate, localDateOf } from '#shared/core/civil-date.ts'
import { centralDirectory, dataDescriptor, LARGEST, localHeader, type StoredEntry } from './stored-zip.ts'
import { zipOf } from './write-zip.ts'

/**
 * Puts the copy in a folder into one new file and flushes it to the disk; after a failure there is no such file. What is
 * encrypted does not pack: its parts are stored as they are. Not hashed as a whole: what reads it back does that, and each
 * part has its hash.
 */
export async function packCopy(folder: string, file: string, step: Step): Promise<void> {
  const { summary } = copyFileOf(folder)
  const parts = COPY_NAMES.flatMap(name => partIn(folder, name))
  const to = await open(file, 'wx', OWNER_ONLY)
  try {
    const total = parts.reduce((sum, { bytes }) => sum + bytes, 0)
    const out = new Output(to, done => step(Math.min(done, total), total))
    const on = localDateOf(summary.madeAt)
    if (total < LARGEST - MARGIN) await storeParts(parts, out, on)
    else await storeLarge(parts, out, on)
    await to.sync()
    await to.close()
  } catch (error) {
    await to.close().catch(() => undefined)
    rmSync(file, { force: true })
    throw error
  }
}

/** For the headers of a ZIP. */
const MARGIN = 1024 * 1024

interface Part {
  readonly name: string
  readonly file: string
  readonly bytes: number
}

function partIn(folder: string, name: string): Part[] {
  const file = join(folder, name)
  const bytes = statSync(file, { throwIfNoEntry: false })?.size
  return bytes === undefined ? [] : [{ name, file, bytes }]
}

/** What is written, one after the other. */
class Output {
  readonly #to: FileHandle
  readonly #step: (done: number) => Promise<void>
  bytes = 0

  constructor(to: FileHandle, step: (done: number) => Promise<void>) {
    this.#to = to
    this.#step = step
  }

  async write(piece: Buffer, meanwhile: () => void = () => undefined): Promise<void> {
    const writing = this.#to.appendFile(piece)
    this.bytes += piece.length
    meanwhile()
    await writing
    await this.#step(this.bytes)
  }
}

async function storeParts(parts: readonly Part[], out: Output, on: CivilDate): Promise<void> {
  const entries: StoredEntry[] = []
  for (const part of parts) entries.push(await storePart(part, out, on))
  await out.write(centralDirectory(entries, out.bytes, on))
}

async function storePart({ name, file, bytes }: Part, out: Output, on: CivilDate): Promise<StoredEntry> {
  const offset = out.bytes
  await out.write(localHeader(name, on))
  let crc = 0
  const from = await open(file, 'r')
  try {
    const written = await eachPiece(from, { start: 0, bytes }, piece =>
      out.write(piece, () => {
        crc = crc32(piece, crc)
      }),
    )
    if (written !== bytes) throw new Error('a part of the copy became shorter')
  } finally {
    await from.close()
  }
  await out.write(dataDescriptor({ crc, bytes }))
  return { name, bytes, crc, offset }
}

/** Beyond 4 GB a ZIP needs more than one that is written by hand has: slower, by the library. */
async function storeLarge(parts: readonly Part[], out: Output, on: CivilDate): Promise<void> {
  const sources = parts.map(({ name, file, bytes }) => ({
    ...{ path: name, bytes, stored: true },
    open: () => createReadStream(file),
  }))
  for await (const piece of zipOf(sources, on)) await out.write(piece as Buffer)
}
