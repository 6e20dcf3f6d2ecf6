import { realpathSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { type BackupRecord, entriesToLose, listBackups } from '#main/store/backup-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'

/** Where a store lies, and what it knows of its backups. */
interface Kept {
  readonly db: ReadableDb
  readonly directory: string
}

/** The backup that holds most. One that lies in the store's own folder is none: whatever takes the store takes it too. */
export function lastGood({ db, directory }: Kept): BackupRecord | undefined {
  return listBackups(db).find(({ folder }) => !isInStore(folder, directory))
}

/** Whether the store has any work that its last good backup has not. */
export function hasChanged(kept: Kept): boolean {
  const last = lastGood(kept)
  return last === undefined || entriesToLose(kept.db, last.trail.entries) > 0
}

/** Whether a folder is that of the store, or in it. */
export function isInStore(folder: string, directory: string): boolean {
  return isWithin(resolve(folder), resolve(directory)) || isWithin(realPath(folder), realPath(directory))
}

function isWithin(folder: string, directory: string): boolean {
  const within = relative(directory, folder)
  return within === '' || (within !== '..' && !within.startsWith(`..${sep}`) && !isAbsolute(within))
}

/** Where links lead. What is not there, as a stick that was pulled out, is what it is called. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
