import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** What lies beside a store for a while: a copy that is received, a backup that waits to be restored. */
type Kind = 'copy' | 'restoring'

/** A folder beside the store: on the same disk, so that what is made ready in it becomes the store by its name alone. */
export function folderBeside(directory: string, id: string, kind: Kind): string {
  return `${resolve(directory)}.${id}.${kind}`
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Removes what is left in folders of `folderBeside`: each is as large as a store. What else has such an ending is somebody's
 * own.
 */
export function clearBeside(directory: string, kind: Kind): void {
  const place = resolve(directory)
  const home = dirname(place)
  if (!existsSync(home)) return
  const [start, end] = [`${basename(place)}.`, `.${kind}`]
  for (const name of readdirSync(home)) {
    const isEnclosed = name.startsWith(start) && name.endsWith(end)
    if (isEnclosed && UUID.test(name.slice(start.length, -end.length)))
      rmSync(join(home, name), { recursive: true, force: true })
  }
}
