import { z } from 'zod'
import { listEntries } from '#main/store/audit-trail.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { BackupCause } from '#shared/api/backups.ts'
import { Trouble } from '#shared/api/place-trouble.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'

const Failed = z.object({ at: OffsetDateTime, cause: BackupCause, folder: z.string(), trouble: Trouble })
export type FailedBackup = z.infer<typeof Failed>

/** The last failure, where none was good since; by the trail. */
export function lastFailure(db: ReadableDb): FailedBackup | undefined {
  const [failed] = listEntries(db, { action: 'backup.failed', newestFirst: true, limit: 1 })
  const [made] = listEntries(db, { action: 'backup.make', newestFirst: true, limit: 1 })
  if (failed === undefined || (made !== undefined && made.seq > failed.seq)) return undefined
  return Failed.parse(failed.newValue)
}
