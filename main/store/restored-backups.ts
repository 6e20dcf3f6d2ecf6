import { z } from 'zod'
import { listEntries } from './audit-trail.ts'
import type { ReadableDb } from './connection.ts'
import { RestoredBackup } from './security-log.ts'

/** The action by which the trail says it, from the log beside the store. */
export const RESTORED = 'security.backup_restored'

/** A restore as the trail has it: `seq` is the entry that says so. */
export interface Restored extends RestoredBackup {
  readonly seq: number
  /** UTC: when it was restored, which is before anybody could unlock it. */
  readonly at: string
}

const Said = z.object({ at: z.iso.datetime(), restored: RestoredBackup })

/** Every backup that took the place of the store, in the order of the trail. */
export function restoredBackups(db: ReadableDb): Restored[] {
  return [...listEntries(db, { action: RESTORED })].flatMap(({ seq, newValue }) => {
    const said = Said.safeParse(newValue)
    return said.success ? [{ seq, at: said.data.at, ...said.data.restored }] : []
  })
}
