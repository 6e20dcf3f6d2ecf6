import { realpathSync, rmSync } from 'node:fs'
import { AppError } from '#shared/api/errors.ts'
import { Database, type Db } from './driver.ts'
import { storeFiles } from './files.ts'
import { isBusy, placeFailure } from './place-failure.ts'

/** The one right to open a store. */
export interface StoreLock {
  /** Lets another process open the store. Once only. */
  release(): void
}

interface Held {
  readonly db: Db
  holders: number
}

/** By folder. The operating system grants the lock to a process, so what one process opens shares it. */
const held = new Map<string, Held>()

/**
 * Keeps other processes from opening a store that is there. Throws `store_in_use` where one has it open. The operating
 * system ends the lock with its process, whatever became of that: no lock is ever left behind.
 */
export function lockStore(directory: string): StoreLock {
  const folder = folderOf(directory)
  const lock = held.get(folder) ?? { db: acquire(folder), holders: 0 }
  held.set(folder, lock)
  lock.holders += 1
  return { release: once(() => release(folder, lock)) }
}

function release(folder: string, lock: Held): void {
  lock.holders -= 1
  if (lock.holders > 0) return
  held.delete(folder)
  lock.db.close()
}

/** An empty database: nothing is ever written to it, and a read-only copy of the store carries none. */
function acquire(folder: string): Db {
  const file = storeFiles(folder).lock
  try {
    return exclusive(file)
  } catch (error) {
    if (isBusy(error)) throw new AppError({ code: 'store_in_use' }, { cause: error })
    const failure = placeFailure(error, 'store', folder)
    if (failure !== undefined) throw failure
    // It holds nothing, so that nothing is lost with a damaged one.
    rmSync(file, { force: true })
    return exclusive(file)
  }
}

function exclusive(file: string): Db {
  const db = new Database(file, { timeout: 0 })
  try {
    db.pragma('journal_mode = MEMORY') // nothing is written, so that there is nothing to roll back
    db.exec('BEGIN EXCLUSIVE')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** One folder has one lock, by whatever path it is reached. */
function folderOf(directory: string): string {
  try {
    return realpathSync(directory)
  } catch (error) {
    throw placeFailure(error, 'store') ?? error
  }
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    work()
  }
}
