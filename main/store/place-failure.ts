import { accessSync, constants } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import type { Trouble } from '#shared/api/place-trouble.ts'

type Place = Extract<ErrorPayload, { code: 'no_place' }>['place']

/** What the operating system says, by its name for it. */
const ofSystem: Readonly<Record<string, Trouble>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENOSPC: 'full',
  EDQUOT: 'full',
  // A limit on the size of one file: of the process, or of a stick formatted as FAT.
  EFBIG: 'full',
  EROFS: 'read_only',
  EACCES: 'not_permitted',
  EPERM: 'not_permitted',
  ENODEV: 'gone',
  ENXIO: 'gone',
  ENOTCONN: 'gone',
  ESTALE: 'gone',
  ETIMEDOUT: 'gone',
  EIO: 'failing',
  EBUSY: 'failing',
  EMFILE: 'failing',
  ENFILE: 'failing',
}

/** What SQLite says, by its extended code or by the first two words of that. */
const ofSqlite: Readonly<Record<string, Trouble>> = {
  SQLITE_FULL: 'full',
  SQLITE_READONLY: 'read_only',
  SQLITE_PERM: 'not_permitted',
  SQLITE_CANTOPEN: 'not_permitted',
  SQLITE_IOERR: 'failing',
  SQLITE_NOLFS: 'full',
  // The index of the WAL is made as large as it has to be before it is written.
  SQLITE_IOERR_SHMSIZE: 'full',
}

/** Why the disk did not do what was asked of it; undefined for a failure that is none of a disk's. */
export function troubleOf(error: unknown): Trouble | undefined {
  const code = codeOf(error)
  if (code === undefined) return undefined
  // A file that ends early is damaged; the disk did what it was asked.
  if (code === 'SQLITE_IOERR_SHORT_READ') return undefined
  const known = ofSystem[code] ?? ofSqlite[code.split('_').slice(0, 2).join('_')]
  // Whatever else the operating system refuses, such as a file where a folder should be.
  return known ?? (error instanceof Error && 'syscall' in error ? 'failing' : undefined)
}

/**
 * A failure of the disk as the error that crosses; undefined where it is none. `folder` is asked for the exact reason
 * where SQLite tells only that it could not open or write.
 */
export function placeFailure(error: unknown, place: Place, folder?: string): AppError | undefined {
  const trouble = troubleOf(error)
  if (trouble === undefined) return undefined
  const isVague = codeOf(error)?.startsWith('SQLITE_') === true && trouble !== 'full' && trouble !== 'failing'
  const exact = isVague && folder !== undefined ? troubleOf(refusalOf(folder)) : undefined
  return new AppError({ code: 'no_place', place, trouble: exact ?? trouble }, { cause: error })
}

/** Runs `work`; a failure of the disk is thrown as `no_place`, everything else as it is. */
export async function atPlace<T>(place: Place, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw placeFailure(error, place) ?? error
  }
}

/**
 * Runs `work` that reads a backup and unpacks it beside the store. A disk that is full is then the store's; every other
 * failure is that of the disk it is read from.
 */
export async function fromBackup<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw placeFailure(error, troubleOf(error) === 'full' ? 'store' : 'backup') ?? error
  }
}

/** As `placeFailure`, for whatever a call threw: a file that has nothing to do with the store is no business of its disk. */
export function storeFailure(error: unknown, directory: string): AppError | undefined {
  if (isBusy(error)) return new AppError({ code: 'store_in_use' }, { cause: error })
  const path = error instanceof Error && 'path' in error ? error.path : undefined
  if (typeof path === 'string' && !isOfStore(path, directory)) return undefined
  return placeFailure(error, 'store', directory)
}

/** Whether another program holds the database. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')
}

/** In the folder, beside it under its name as drafts are, or a folder that it lies in. */
function isOfStore(path: string, directory: string): boolean {
  const [file, store] = [resolve(path), resolve(directory)]
  return file.startsWith(store) || store.startsWith(file)
}

function refusalOf(folder: string): unknown {
  try {
    accessSync(dirname(resolve(folder)), constants.R_OK)
    accessSync(folder, constants.R_OK | constants.W_OK)
    return undefined
  } catch (error) {
    return error
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
