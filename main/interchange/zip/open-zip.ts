import { stat } from 'node:fs/promises'
import { openPromise, type ZipFile } from 'yauzl'
import { AppError } from '#shared/api/errors.ts'
import { invalidFile } from '../json-file.ts'

/** Lends an opened ZIP of a copy. Throws `invalid_file` where it is none; a disk that fails stays what it is. */
export async function withZip<T>(file: string, use: (zip: ZipFile) => Promise<T>): Promise<T> {
  try {
    // Whoever opens a pipe waits until somebody writes to it, and with some of them so does the whole process.
    if (!(await stat(file)).isFile()) throw new Error('not a file')
    const zip = await openPromise(file, { autoClose: false, strictFileNames: true })
    try {
      return await use(zip)
    } finally {
      zip.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    // The library's words quote the names in the archive; a full disk is none of the archive's faults.
    if (error instanceof Error && 'code' in error) throw error
    const { payload } = invalidFile('copy', [
      { path: '', message: 'is damaged or incomplete; carry it over again' },
    ])
    throw new AppError(payload, { cause: error })
  }
}
