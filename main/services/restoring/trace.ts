import { statSync } from 'node:fs'
import { storeFiles } from '#main/store/files.ts'

/** Tells whether a store was written to since: somebody may have worked between the comparison and the word to replace it. */
export function traceOf(directory: string): string {
  const { database, keyring, anchor } = storeFiles(directory)
  const files = [database, `${database}-wal`, keyring, anchor].map(file => {
    const found = statSync(file, { throwIfNoEntry: false, bigint: true })
    return found === undefined || found.size === 0n ? null : `${found.ino} ${found.size} ${found.mtimeNs}`
  })
  return JSON.stringify(files)
}
