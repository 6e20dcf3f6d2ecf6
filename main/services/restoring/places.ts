import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { OWNER_ONLY_DIRECTORY } from '#main/store/files.ts'
import type { OpenContext } from '../context.ts'

type Place = Pick<OpenContext, 'directory'>

/** Beside the store, on the same disk, so that what is prepared becomes the store by its name alone. */
export function newPlanFolder(
  id: string,
  { directory }: Place,
): { folder: string; keys: string; store: string } {
  const folder = `${resolve(directory)}.${id}.restoring`
  const [keys, store] = [join(folder, 'keys'), join(folder, 'store')]
  for (const path of [folder, keys, store]) mkdirSync(path, { recursive: true, mode: OWNER_ONLY_DIRECTORY })
  return { folder, keys, store }
}

/** What a folder of `newPlanFolder` has behind the name of the store; what else ends so is somebody's own. */
const OF_A_PLAN = /^\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.restoring$/i

/** What is left of restores that were never done goes: each is as large as a store. */
export function clearPlanFolders({ directory }: Place): void {
  const place = resolve(directory)
  if (!existsSync(dirname(place))) return
  for (const name of readdirSync(dirname(place))) {
    if (name.startsWith(basename(place)) && OF_A_PLAN.test(name.slice(basename(place).length)))
      rmSync(join(dirname(place), name), { recursive: true, force: true })
  }
}
