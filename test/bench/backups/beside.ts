import { closeSync, copyFileSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { closeDatabase, openDatabase } from '#main/store/connection.ts'
import { storeFiles } from '#main/store/files.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import type { Work } from '../measure.ts'

/** A file that is copied once and flushed to the same disk: the least that any backup does. */
export function copying(file: string, folder: string): { readonly beside: string; readonly work: Work } {
  return {
    beside: 'copying and flushing its file',
    work: () => rmSync(copied(file, folder)),
  }
}

/** The same copy, and opened as any store is, which reads every page: the least that proves that it can be used. */
export function copyingAndOpening(directory: string, folder: string, key: StoreKey) {
  return {
    beside: 'copying, flushing and opening it',
    work() {
      const copy = copied(storeFiles(directory).database, folder)
      closeDatabase(openDatabase(copy, key))
      rmSync(copy)
    },
  }
}

function copied(file: string, folder: string): string {
  const to = join(folder, 'plain-copy')
  copyFileSync(file, to)
  const handle = openSync(to, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  return to
}
