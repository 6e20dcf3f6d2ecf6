import { readPackedCopy, unpackCopy } from '#main/interchange/zip/unpack-copy.ts'
import { unpackKeyring } from '#main/interchange/zip/unpack-keyring.ts'
import { atPlace, fromBackup } from '#main/store/place-failure.ts'
import type { CopyFile } from '#main/store/site-copy/copy-file.ts'
import { noStep } from '#main/store/site-copy/file-entry.ts'
import { readSiteCopy } from '#main/store/site-copy/read-site-copy.ts'
import type { RestoreSource } from '#shared/api/restoring.ts'
import type { OpenContext } from '../context.ts'
import { notFound } from '../failures.ts'
import { discardReceived, receivedCopy } from '../received-copy.ts'
import { foundBackups } from './found.ts'

/** A backup wherever it lies, as the steps of a restore ask for it. */
export interface Located {
  readonly copy: CopyFile
  /** Puts its keys into a folder, or answers where they lie. */
  keys(folder: string): Promise<string>
  /** Puts all of it into an empty folder, or answers where it lies; each part is read and compared. */
  unpack(folder: string): Promise<string>
  /** Forgets what was handed over for this alone. */
  discard(): void
}

/** Throws `not_found`, `no_place` where its disk fails, and `invalid_file`. */
export function locate(source: RestoreSource, context: OpenContext): Promise<Located> {
  return source.kind === 'found' ? locateFound(source.id, context) : locateReceived(source.id, context)
}

async function locateFound(id: string, context: OpenContext): Promise<Located> {
  const found = foundBackups(context).files.find(file => file.id === id)
  if (found === undefined) throw notFound('backup', id)
  const { path } = found
  const copy = await atPlace('backup', () => readPackedCopy(path))
  return {
    copy,
    async keys(folder) {
      await fromBackup(() => unpackKeyring(path, copy, folder))
      return folder
    },
    async unpack(folder) {
      await fromBackup(() => unpackCopy(path, folder, noStep))
      return folder
    },
    discard: () => undefined,
  }
}

async function locateReceived(id: string, context: OpenContext): Promise<Located> {
  const received = receivedCopy(id, context)
  if (received === undefined) throw notFound('backup', id)
  const { store } = received
  const copy = await readSiteCopy(store)
  const there = async () => store
  return { copy, keys: there, unpack: there, discard: () => discardReceived(id, context) }
}
