import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { AppError } from '#shared/api/errors.ts'
import { invalidFile } from '../json-file.ts'

/** What a ZIP may hold: files of these names, stored as they are, and no more bytes than this altogether. */
export interface ZipLimits {
  readonly names: readonly string[]
  readonly bytes: number
}

/** Writes the files of a ZIP into an empty folder. Throws `invalid_file` for whatever is not as `limits` says. */
export async function extractZip(file: string, into: string, limits: ZipLimits): Promise<void> {
  try {
    const zip = await openPromise(file, { strictFileNames: true, validateEntrySizes: true })
    try {
      await extractAll(zip, into, limits)
    } finally {
      zip.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    // The library's words quote the names in the archive; a full disk is none of the archive's faults.
    if (error instanceof Error && 'code' in error) throw error
    throw new AppError(refused('is damaged or incomplete; carry it over again').payload, { cause: error })
  }
}

async function extractAll(zip: ZipFile, into: string, limits: ZipLimits): Promise<void> {
  const seen = new Set<string>()
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize } = entry
    bytes += uncompressedSize
    if (!limits.names.includes(fileName) || seen.has(fileName) || isLink(entry))
      throw refused('has a file in it that is no part of one')
    if (bytes > limits.bytes || entry.compressionMethod !== 0) throw refused('is larger than it may be')
    seen.add(fileName)
    const content = await zip.openReadStreamPromise(entry)
    await pipeline(content, createWriteStream(join(into, fileName), { flags: 'wx', mode: 0o600 }))
  }
}

const FILE_TYPE = 0o170000
const LINK = 0o120000

/** Unix keeps the type of a file in the upper half of its attributes. */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & FILE_TYPE) === LINK
}

function refused(message: string): AppError {
  return invalidFile('copy', [{ path: '', message }])
}
