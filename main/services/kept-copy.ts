import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { packCopy } from '#main/interchange/zip/pack-copy.ts'
import { unpackCopy } from '#main/interchange/zip/unpack-copy.ts'
import type { StoredBackup } from '#main/store/backup-repository.ts'
import { OWNER_ONLY_DIRECTORY, storeFiles, syncDirectory, syncPath } from '#main/store/files.ts'
import { fileEntry, type Step } from '#main/store/site-copy/file-entry.ts'
import { proveCopy } from '#main/store/site-copy/prove-copy.ts'
import { type Copied, writeSiteCopy } from '#main/store/site-copy/write-site-copy.ts'
import { AppError } from '#shared/api/errors.ts'
import type { CopySummary } from '#shared/api/exports.ts'
import type { Sha256 } from '#shared/core/ids.ts'
import { safePart } from './documents/file-name.ts'

/** A copy of the store that was written, read back and opened. */
export interface KeptCopy {
  readonly folder: string
  readonly fileName: string
  readonly bytes: number
  readonly sha256: Sha256
  readonly summary: CopySummary
}

/** What is copied, and under which id the work lies meanwhile. */
export interface Kept extends Copied {
  readonly id: string
}

const PART = '.lobule.part'

/**
 * Keeps a complete copy of the store in `backups` beside it, before something is done to the store that may have to be taken
 * back. It has its name only once it was unpacked and opened again; whatever happens, nothing else is left.
 */
export async function keepCopy(open: Kept, step: Step): Promise<KeptCopy> {
  const { directory, id } = open
  const { backups, outgoing } = storeFiles(directory)
  const scratch = join(outgoing, id)
  mkdirSync(backups, { recursive: true, mode: OWNER_ONLY_DIRECTORY })
  const part = join(backups, `${id}${PART}`)
  try {
    mkdirSync(scratch, { recursive: true, mode: OWNER_ONLY_DIRECTORY })
    const summary = writeSiteCopy(open, scratch)
    await packCopy(scratch, part, (done, total) => step(done, total * 2))
    const { bytes, sha256 } = await fileEntry(part)
    rmSync(scratch, { recursive: true })
    mkdirSync(scratch, { mode: OWNER_ONLY_DIRECTORY })
    await unpackCopy(part, scratch, (done, total) => step(total + done, total * 2))
    proveCopy(scratch, open.key)
    const file = freeName(backups, nameOf(summary))
    renameSync(part, file)
    syncDirectory(backups)
    return { folder: backups, fileName: basename(file), bytes, sha256, summary }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
    rmSync(part, { force: true })
  }
}

/** Removes what a crash left of copies that were being made: each is as large as the store. While nothing is at work. */
export function clearUnkept(directory: string): void {
  const { backups, outgoing } = storeFiles(directory)
  rmSync(outgoing, { recursive: true, force: true })
  const parts = existsSync(backups) ? readdirSync(backups).filter(name => name.endsWith(PART)) : []
  for (const name of parts) rmSync(join(backups, name), { force: true })
}

/** Carries a kept copy to another folder that is there, and reads it back. Throws `no_place` where it is not the same. */
export async function carryCopy(kept: KeptCopy, folder: string, step: Step): Promise<KeptCopy> {
  const file = freeName(folder, kept.fileName.replace(/\.lobule$/, ''))
  const part = `${file}.part`
  try {
    await copyFile(join(kept.folder, kept.fileName), part)
    syncPath(part)
    const { sha256 } = await fileEntry(part, step)
    if (sha256 !== kept.sha256)
      throw new AppError({ code: 'no_place', place: 'backup', trouble: 'not_the_same' })
    renameSync(part, file)
    syncDirectory(folder)
    return { ...kept, folder, fileName: basename(file) }
  } finally {
    rmSync(part, { force: true })
  }
}

/** A kept copy as the store remembers it. */
export function storedBackup(
  { folder, fileName, bytes, sha256, summary: { madeAt, trail } }: KeptCopy,
  known: Pick<StoredBackup, 'id' | 'cause' | 'authorId'>,
): StoredBackup {
  return { ...known, madeAt, folder, fileName, bytes, sha256, trail }
}

/** Such as `01_before-rekey_20261130T114905`: by the site's clock. */
function nameOf({ site: { number, training }, purpose, madeAt }: CopySummary): string {
  const parts = [
    number,
    ...(training ? ['TRAINING'] : []),
    purpose.replaceAll('_', '-'),
    madeAt.slice(0, 19).replaceAll(/[-:]/g, ''),
  ]
  return parts.map(safePart).join('_')
}

function freeName(folder: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const file = join(folder, `${count === 1 ? name : `${name}_${count}`}.lobule`)
    if (!existsSync(file)) return file
  }
}
