import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { storeFiles, syncDirectory, syncPath } from './files.ts'

/** Where the store of now lies once another took its place, and where that one waits until then. */
export function replacementPlaces(directory: string, at: Date) {
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const place = resolve(directory)
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? stamp : `${stamp}-${count}`
    const places = { ready: `${place}.ready-${free}`, aside: `${place}.replaced-${free}` }
    if (!existsSync(places.ready) && !existsSync(places.aside)) return places
  }
}
type Places = ReturnType<typeof replacementPlaces>

/**
 * Puts a whole folder in the place of the store and the store of now aside; neither is ever deleted. Only a folder that is
 * whole gets its waiting name, so that a crash between two renames is brought to its end by `repairReplacement`.
 */
export function replaceStore(prepared: string, directory: string, places: Places): void {
  const place = resolve(directory)
  // A store whose folder is there after a power cut and whose pages are not would be worse than none.
  for (const name of readdirSync(prepared)) syncPath(join(prepared, name))
  syncDirectory(prepared)
  renameSync(prepared, places.ready)
  syncDirectory(dirname(place))
  try {
    vacate(place, places.aside)
    renameSync(places.ready, place)
  } catch (error) {
    // Another process that started between the two renames has brought them to their end.
    if (!existsSync(places.ready) && existsSync(places.aside) && isOccupied(place)) return
    // Windows moves no folder in which somebody has a file open: then all is as it was.
    if (!isOccupied(place) && existsSync(places.aside)) renameSync(places.aside, place)
    rmSync(places.ready, { recursive: true, force: true })
    throw error
  }
  syncDirectory(dirname(place))
}

/** Whether a replacement broke off, and what was done about it: see `repairReplacement`. */
export type Repaired = 'nothing' | 'completed' | 'put_back' | 'discarded'

/**
 * Brings a replacement that a crash or a power cut broke off to its end: where the place of the store is empty the new one
 * moves in, or if that is not whole the old one moves back; where the store still is in its place, the new one goes.
 */
export function repairReplacement(directory: string): Repaired {
  const place = resolve(directory)
  const [ready] = waiting(place)
  if (ready === undefined) return 'nothing'
  if (isOccupied(place)) return discarded(ready)
  const aside = ready.replace(READY, '.replaced-$1')
  const isPutBack = !isStore(ready) && existsSync(aside)
  vacate(place, undefined)
  renameSync(isPutBack ? aside : ready, place)
  if (isPutBack) rmSync(ready, { recursive: true, force: true })
  syncDirectory(dirname(place))
  return isPutBack ? 'put_back' : 'completed'
}

const READY = /\.ready-(\d{8}T\d{6}Z(?:-\d+)?)$/

function waiting(place: string): string[] {
  const home = dirname(place)
  if (!existsSync(home)) return []
  return readdirSync(home)
    .filter(name => name.startsWith(`${basename(place)}.ready-`) && READY.test(name))
    .filter(name => name.replace(READY, '') === basename(place))
    .map(name => join(home, name))
}

/** Under another name first: a process that is about to move it in finds all of it or nothing. */
function discarded(ready: string): Repaired {
  const going = ready.replace(READY, `.${randomUUID()}.restoring`)
  renameSync(ready, going)
  rmSync(going, { recursive: true, force: true })
  return 'discarded'
}

/** Moves whatever is in the place of the store aside; an empty folder, which Windows does not rename onto, goes. */
function vacate(place: string, aside: string | undefined): void {
  if (!existsSync(place)) return
  if (isOccupied(place) && aside !== undefined) renameSync(place, aside)
  else rmdirSync(place)
}

function isOccupied(place: string): boolean {
  return existsSync(place) && readdirSync(place).length > 0
}

function isStore(folder: string): boolean {
  const { database, keyring } = storeFiles(folder)
  return existsSync(database) && existsSync(keyring)
}
