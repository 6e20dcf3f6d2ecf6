import { readdirSync, statfsSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { z } from 'zod'
import { invalid } from '#main/services/failures.ts'
import { placeFailure } from '#main/store/place-failure.ts'
import type { backups } from '#shared/api/backups.ts'
import { type Volume, volumes } from './volumes.ts'

type Folders = z.input<typeof backups.folders.output>

/** The disks and sticks of this computer, or the folders in one folder. Throws `no_place` where that cannot be read. */
export function foldersIn(path: string | null): Folders {
  if (path === null) return { path: null, parent: null, folders: volumes().map(withFreeBytes) }
  if (!isAbsolute(path)) throw invalid('path', 'is no whole path; begin with the disk')
  const folder = resolve(path)
  const parent = dirname(folder) === folder ? null : dirname(folder)
  return { path: folder, parent, folders: within(folder).map(withFreeBytes) }
}

/** More than anybody looks through. */
const MOST = 500

function within(folder: string): Volume[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !/^[.$]/.test(entry.name))
      .map(({ name }) => ({ path: join(folder, name), name, isRemovable: false }))
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .slice(0, MOST)
  } catch (error) {
    throw placeFailure(error, 'backup') ?? error
  }
}

function withFreeBytes(volume: Volume): Folders['folders'][number] {
  return { ...volume, freeBytes: freeBytes(volume.path) }
}

function freeBytes(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  } catch {
    // A drive without a medium, or one that this user may not look at.
    return null
  }
}
