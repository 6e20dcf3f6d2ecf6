import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { troubleOf } from '#main/store/place-failure.ts'
import type { Trouble } from '#shared/api/place-trouble.ts'
import { UNFINISHED } from './make-backup.ts'

/** A folder for backups, as the site chose it. */
export interface Place {
  readonly folder: string
  readonly isOnOtherDisk: boolean
}

/** Why nothing can be written to a folder, as far as one can tell without trying. */
export function placeTrouble({ folder, isOnOtherDisk }: Place, directory: string): Trouble | undefined {
  try {
    const found = statSync(folder)
    if (!found.isDirectory()) return 'missing'
    // Some systems keep the empty folder of a stick that was pulled out: writing there would fill the wrong disk.
    return isOnOtherDisk && found.dev === statSync(directory).dev ? 'missing' : undefined
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble === undefined) throw error
    return trouble
  }
}

/** Whether a folder lies on another disk than the store. Throws where either is not there. */
export function isOnOtherDisk(folder: string, directory: string): boolean {
  return statSync(folder).dev !== statSync(directory).dev
}

const OLD_MS = 2 * 3600 * 1000

/** Removes what was begun and never finished: by a crash, or a stick that was pulled out. What is younger may still run. */
export function removeUnfinished(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix) || !name.endsWith(UNFINISHED)) continue
    const file = join(folder, name)
    if (isOld(file)) rmSync(file, { force: true })
  }
}

/** Removes working copies that a crash left beside the store. */
export function removeLeftovers(inWork: string): void {
  for (const name of namesIn(inWork)) {
    const folder = join(inWork, name)
    if (isOld(folder)) rmSync(folder, { recursive: true, force: true })
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (troubleOf(error) === 'missing') return []
    throw error
  }
}

function isOld(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && Date.now() - found.mtimeMs > OLD_MS
}
