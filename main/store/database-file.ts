import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { AppError } from '#shared/api/errors.ts'
import { OWNER_ONLY } from './files.ts'

const PLAINTEXT_HEADER = 'SQLite format 3\0'
const SMALLEST_DATABASE = 512

/** Whether a file can be an encrypted database at all, before any key is tried. */
export function couldBeEncrypted(file: string): boolean {
  return statSync(file).size >= SMALLEST_DATABASE && !isPlaintext(file)
}

/** Makes an empty file for a new database. Throws `store_exists` rather than take one that is there. */
export function claimNewFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', OWNER_ONLY))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new AppError({ code: 'store_exists' }, { cause: error })
    }
    throw error
  }
}

/** Whether a database was written without encryption. */
export function isPlaintext(file: string): boolean {
  const header = Buffer.alloc(PLAINTEXT_HEADER.length)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, header.length, 0)
  } finally {
    closeSync(handle)
  }
  return header.toString('latin1') === PLAINTEXT_HEADER
}
