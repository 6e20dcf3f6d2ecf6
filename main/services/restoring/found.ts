import { hash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readBackupStatus } from '#main/store/backup-status.ts'
import { storeFiles } from '#main/store/files.ts'
import { troubleOf } from '#main/store/place-failure.ts'
import type { Trouble } from '#shared/api/place-trouble.ts'
import type { OpenContext } from '../context.ts'

/** A file that may be a backup. */
export interface FoundFile {
  /** Stands for the path, so that nobody names a file that was not offered. */
  readonly id: string
  readonly path: string
  readonly fileName: string
  readonly place: 'folder' | 'beside'
  readonly bytes: number
}

/** More than any rotation keeps. */
const MOST = 200

/** Files that may be backups: in the folder that the store backed up to as far as that is known here, and beside the store. */
export function foundBackups({ directory }: Pick<OpenContext, 'directory'>): {
  readonly folder: string | null
  readonly trouble: Trouble | null
  readonly files: FoundFile[]
} {
  const folder = readBackupStatus(directory)?.folder ?? null
  const there = folder === null ? { files: [], trouble: null } : filesIn(folder, 'folder')
  const beside = filesIn(storeFiles(directory).backups, 'beside')
  return { folder, trouble: there.trouble, files: [...there.files, ...beside.files] }
}

function filesIn(folder: string, place: FoundFile['place']): { files: FoundFile[]; trouble: Trouble | null } {
  try {
    const names = readdirSync(folder).filter(name => name.endsWith('.lobule'))
    const files = names.toSorted().toReversed().slice(0, MOST)
    return { files: files.flatMap(fileName => found(folder, fileName, place)), trouble: null }
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble === undefined) throw error
    return { files: [], trouble }
  }
}

function found(folder: string, fileName: string, place: FoundFile['place']): FoundFile[] {
  const path = join(folder, fileName)
  const file = statSync(path, { throwIfNoEntry: false })
  if (!file?.isFile()) return []
  return [{ id: hash('sha256', path), path, fileName, place, bytes: file.size }]
}
