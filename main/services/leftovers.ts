import { rmSync } from 'node:fs'
import { storeFiles } from '#main/store/files.ts'
import { troubleOf } from '#main/store/place-failure.ts'
import { clearBeside } from './beside.ts'
import type { OpenContext } from './context.ts'
import { clearUnkept } from './kept-copy.ts'

/** Removes what a crash left of copies in and beside a store that this process alone has open: each is as large as it. */
export function clearLeftovers(context: Pick<OpenContext, 'directory' | 'backups' | 'plans'>): void {
  const { directory, backups, plans } = context
  clearUnkept(directory)
  if (backups.running() === null)
    rmSync(storeFiles(directory).backupsInWork, { recursive: true, force: true })
  // What is prepared is told that the store was worked with, and goes then.
  if (plans.size > 0) return
  try {
    clearBeside(directory, 'restoring')
    clearBeside(directory, 'copy')
  } catch (error) {
    // The folder around the store is not Lobule's: it may be closed to it.
    if (troubleOf(error) === undefined) throw error
  }
}
