import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { noStep, type Step } from '#main/store/site-copy/file-entry.ts'
import { AppError } from '#shared/api/errors.ts'
import { invalidFile } from '../json-file.ts'
import { watched } from './watched.ts'

/** What a ZIP may hold: files of these names, stored as they are, and no more bytes than this altogether. */
export interface ZipLimits {
  readonly names: readonly string[]
  readonly bytes: number
  /** Of `bytes`. */
  readonly step?: Step
}

/** Lends an opened ZIP. Throws `invalid_file` where it is none; a disk that fails stays what it is. */
export async function withZip<T>(file: string, use: (zip: ZipFile) => Promise<T>): Promise<T> {
  try {
    const zip = await openPromise(file, { strictFileNames: true, validateEntrySizes: true, autoClose: false })
    try {
      return await use(zip)
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

/** Writes the files of a ZIP into an empty folder. Throws `invalid_file` for whatever is not as `limits` says. */
export function extractZip(file: string, into: string, limits: ZipLimits): Promise<void> {
  return withZip(file, zip => extractAll(zip, into, limits))
}

async function extractAll(
  zip: ZipFile,
  into: string,
  { names, bytes: most, step = noStep }: ZipLimits,
): Promise<void> {
  const seen = new Set<string>()
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize } = entry
    const before = bytes
    bytes += uncompressedSize
    if (!names.includes(fileName) || seen.has(fileName) || isLink(entry))
      throw refused('has a file in it that is no part of one')
    if (bytes > most || entry.compressionMethod !== 0) throw refused('is larger than it may be')
    seen.add(fileName)
    const content = await zip.openReadStreamPromise(entry)
    const told = watched((_piece, done) => step(before + done, most))
    await pipeline(content, told, createWriteStream(join(into, fileName), { flags: 'wx', mode: 0o600 }))
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
