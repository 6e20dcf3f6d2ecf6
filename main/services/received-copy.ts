import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { z } from 'zod'
import { unpackCopy } from '#main/interchange/zip/unpack-copy.ts'
import { OWNER_ONLY, OWNER_ONLY_DIRECTORY, syncPath } from '#main/store/files.ts'
import { appendSecurityEvent, type SecurityEvent } from '#main/store/security-log.ts'
import { CONTENT } from '#main/store/site-copy/copy-file.ts'
import { noStep } from '#main/store/site-copy/file-entry.ts'
import { readSiteCopy } from '#main/store/site-copy/read-site-copy.ts'
import { moveIntoPlace } from '#main/store/store.ts'
import { AppError } from '#shared/api/errors.ts'
import type { CopySummary } from '#shared/api/exports.ts'
import type { StoreStatus, site } from '#shared/api/site.ts'
import { clearBeside, folderBeside } from './beside.ts'
import type { OpenContext } from './context.ts'
import { invalid, notFound } from './failures.ts'
import { storeStatus } from './store-status.ts'

type Part = z.output<typeof site.receiveCopy.input>
type Received = z.input<typeof site.receiveCopy.output>

/** More than any site's store; a disk is not filled by mistake. */
const MAXIMUM_BYTES = 32 * 1024 ** 3

/**
 * Takes one part of a complete copy in, beside the place of the store, whether or not there is one; once it is whole it is
 * unpacked and compared. It takes that place by `openReceived`, or where there is a store by a restore.
 */
export async function receivePart(given: Part, context: OpenContext): Promise<Received> {
  if (context.slot.current) throw new AppError({ code: 'store_exists' })
  const { id, offset, total } = given
  const { folder, incoming, store } = placesOf(id, context)
  if (total > MAXIMUM_BYTES) throw invalid('total', 'is larger than any complete copy')
  if (offset === 0) startReceiving(folder, context)
  const there = statSync(incoming, { throwIfNoEntry: false })?.size ?? 0
  const part = Buffer.from(given.part, 'base64')
  if (offset !== there || there + part.length > total)
    throw invalid('offset', 'does not follow the part before')
  if (!existsSync(folder)) throw notFound('copy', id)
  appendFileSync(incoming, part, { mode: OWNER_ONLY })
  const received = there + part.length
  if (received < total) return { received, copy: null }
  try {
    mkdirSync(store, { mode: OWNER_ONLY_DIRECTORY })
    const { summary } = await unpackCopy(incoming, store, noStep)
    rmSync(incoming)
    return { received, copy: summary }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Makes a copy that was received whole the store of this computer. */
export async function openReceived(id: string, context: OpenContext): Promise<StoreStatus> {
  refuseWithStore(context)
  const { folder, store } = placesOf(id, context)
  if (!existsSync(store)) throw notFound('copy', id)
  const { summary } = await readSiteCopy(store)
  appendSecurityEvent(store, { at: context.now().toISOString(), ...openedAs(summary) })
  rmSync(join(store, CONTENT))
  // A store whose folder is there after a power cut and whose pages are not would be worse than none.
  for (const name of readdirSync(store)) syncPath(join(store, name))
  moveIntoPlace(store, resolve(context.directory))
  rmSync(folder, { recursive: true, force: true })
  return storeStatus(context)
}

/** A copy that was taken out goes on elsewhere; what came after a backup is lost, and the trail says so (trust.md B1). */
function openedAs({ purpose, madeAt, trail }: CopySummary): Omit<SecurityEvent, 'at'> {
  if (purpose === 'copy') return { event: 'copy_opened', detail: madeAt }
  const restored = { madeAt, trail, by: null, replaced: null, keptAside: null }
  return { event: 'backup_restored', restored }
}

/** Where a copy that was received whole lies unpacked; undefined where there is none. */
export function receivedCopy(
  id: string,
  context: OpenContext,
): { folder: string; store: string } | undefined {
  const { folder, store } = placesOf(id, context)
  return existsSync(join(store, CONTENT)) ? { folder, store } : undefined
}

/** Forgets a copy, whole or not. */
export function discardReceived(id: string, context: OpenContext): void {
  rmSync(placesOf(id, context).folder, { recursive: true, force: true })
}

/** As for a new store: a folder that holds anything is nobody's to write over. */
function refuseWithStore(context: OpenContext): void {
  const { directory } = context
  const isTaken = existsSync(directory) && readdirSync(directory).length > 0
  if (isTaken || storeStatus(context).state !== 'none') throw new AppError({ code: 'store_exists' })
}

function placesOf(id: string, { directory }: Pick<OpenContext, 'directory'>) {
  const folder = folderBeside(directory, id, 'copy')
  return { folder, incoming: join(folder, 'incoming'), store: join(folder, 'store') }
}

function startReceiving(folder: string, { directory }: Pick<OpenContext, 'directory'>): void {
  mkdirSync(dirname(folder), { recursive: true, mode: OWNER_ONLY_DIRECTORY })
  clearBeside(directory, 'copy')
  mkdirSync(folder, { mode: OWNER_ONLY_DIRECTORY })
}
