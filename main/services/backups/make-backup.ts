import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { packCopy } from '#main/interchange/zip/pack-copy.ts'
import { unpackCopy } from '#main/interchange/zip/unpack-copy.ts'
import type { Job } from '#main/jobs/jobs.ts'
import { OWNER_ONLY_DIRECTORY, syncDirectory } from '#main/store/files.ts'
import { troubleOf } from '#main/store/place-failure.ts'
import { COPY_NAMES } from '#main/store/site-copy/copy-file.ts'
import { fileEntry } from '#main/store/site-copy/file-entry.ts'
import { proveCopy } from '#main/store/site-copy/prove-copy.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import { AppError } from '#shared/api/errors.ts'
import type { Trouble } from '#shared/api/place-trouble.ts'
import type { ExportedFile } from '#shared/core/exports/request.ts'

/** A copy of the store that becomes a backup. */
export interface Making {
  /** The folder of the copy, with room beside it. */
  readonly copy: string
  readonly folder: string
  /** Free in `folder`. */
  readonly fileName: string
  readonly key: StoreKey
}

/** The file of a backup, as it was read back. */
export type MadeFile = Pick<ExportedFile, 'bytes' | 'sha256'>

/** What a file is called until it was verified. */
export const UNFINISHED = '.part'

/**
 * Writes a backup and reads it back: whole and byte by byte, then unpacked and opened with the store's key. Only then it
 * gets its name, so that a good one before it is never touched by one that fails. Throws `no_place`, or `cancelled`.
 */
export async function makeBackup(making: Making, job: Pick<Job, 'step'>): Promise<MadeFile> {
  const { copy, folder, fileName } = making
  const unfinished = join(folder, `${fileName}${UNFINISHED}`)
  await packCopy(copy, unfinished, (done, total) => job.step('packing', done, total))
  try {
    const made = await verified(unfinished, making, job)
    renameSync(unfinished, join(folder, fileName))
    flushFolder(folder)
    return made
  } catch (error) {
    removeQuietly(unfinished)
    throw error
  }
}

async function verified(file: string, { copy, key }: Making, job: Pick<Job, 'step'>): Promise<MadeFile> {
  const { bytes, sha256 } = await fileEntry(file, (done, total) => job.step('verifying', done, total * 2))
  // What was packed is not needed any more: the disk of the store need not hold it twice.
  for (const name of COPY_NAMES) rmSync(join(copy, name), { force: true })
  const unpacked = join(copy, 'unpacked')
  mkdirSync(unpacked, { mode: OWNER_ONLY_DIRECTORY })
  try {
    // Each part is compared with the hash that was signed when it was copied from the store.
    await unpackCopy(file, unpacked, done => job.step('verifying', bytes + done, bytes * 2))
    proveCopy(unpacked, key)
    return { bytes, sha256 }
  } catch (error) {
    throw isNoBackup(error) ? notThere('not_the_same', error) : error
  } finally {
    rmSync(unpacked, { recursive: true, force: true })
  }
}

/** What was written is none: it does not unpack, or does not open. */
function isNoBackup(error: unknown): boolean {
  return error instanceof AppError && ['invalid_file', 'store_damaged'].includes(error.payload.code)
}

function notThere(trouble: Trouble, cause?: unknown): AppError {
  return new AppError({ code: 'no_place', place: 'backup', trouble }, { cause })
}

/** The file itself is on the disk by then; shares of other computers often cannot flush a folder. */
function flushFolder(folder: string): void {
  try {
    syncDirectory(folder)
  } catch (error) {
    if (troubleOf(error) !== undefined) throw error
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // The stick that it was on is gone.
  }
}
