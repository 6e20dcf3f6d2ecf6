import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { OWNER_ONLY } from '#main/store/files.ts'
import { COPY_NAMES } from '#main/store/site-copy/copy-file.ts'
import type { Step } from '#main/store/site-copy/file-entry.ts'
import { copyFileOf } from '#main/store/site-copy/read-site-copy.ts'
import { localDateOf } from '#shared/core/civil-date.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { watched } from './watched.ts'
import { type ZipSource, zipOf } from './write-zip.ts'

/** A copy in one file. */
export interface Packed {
  readonly bytes: number
  readonly sha256: Sha256
}

/**
 * Puts the copy in a folder into one new file and flushes it to the disk; after a failure there is no such file. What is
 * encrypted does not pack: its parts are stored as they are.
 */
export async function packCopy(folder: string, file: string, step: Step): Promise<Packed> {
  const sources = COPY_NAMES.flatMap(name => sourceIn(folder, name))
  const total = sources.reduce((sum, { bytes }) => sum + bytes, 0)
  const { summary } = copyFileOf(folder)
  const sha256 = createHash('sha256')
  const pieces = zipOf(sources, localDateOf(summary.madeAt))
  const target = createWriteStream(file, { flags: 'wx', mode: OWNER_ONLY, flush: true, highWaterMark: PIECE })
  let isOurs = false
  target.on('open', () => {
    isOurs = true
  })
  try {
    await pipeline(
      pieces,
      watched((piece, done) => {
        sha256.update(piece)
        return step(Math.min(done, total), total)
      }),
      target,
    )
  } catch (error) {
    // Another's file of that name stays.
    if (isOurs) rmSync(file, { force: true })
    throw error
  }
  return { bytes: statSync(file).size, sha256: Sha256.parse(sha256.digest('hex')) }
}

const PIECE = 1024 * 1024

function sourceIn(folder: string, path: string): ZipSource[] {
  const file = join(folder, path)
  const bytes = statSync(file, { throwIfNoEntry: false })?.size
  const open = () => createReadStream(file, { highWaterMark: PIECE })
  return bytes === undefined ? [] : [{ path, bytes, stored: true, open }]
}
