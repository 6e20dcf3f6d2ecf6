import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { OWNER_ONLY_DIRECTORY } from '#main/store/files.ts'
import { folderBeside } from '../beside.ts'
import type { OpenContext } from '../context.ts'

/** Where the keys of a backup are unpacked, and then all of it. */
export function newPlanFolder(
  id: string,
  { directory }: Pick<OpenContext, 'directory'>,
): { folder: string; keys: string; store: string } {
  const folder = folderBeside(directory, id, 'restoring')
  const [keys, store] = [join(folder, 'keys'), join(folder, 'store')]
  for (const path of [folder, keys, store]) mkdirSync(path, { recursive: true, mode: OWNER_ONLY_DIRECTORY })
  return { folder, keys, store }
}
