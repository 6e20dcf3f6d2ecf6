import { existsSync } from 'node:fs'
import type { BackupOutcome } from '#main/store/backup-status.ts'
import { troubleOf } from '#main/store/place-failure.ts'
import { AppError } from '#shared/api/errors.ts'
import type { Trouble } from '#shared/api/place-trouble.ts'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { UserId } from '#shared/core/ids.ts'
import type { Begun } from './begin.ts'
import type { MadeFile } from './make-backup.ts'

/** A backup that was made, as the store keeps it. */
export function madeOutcome(begun: Begun, { bytes, sha256 }: MadeFile, authorId: UserId): BackupOutcome {
  const { job: id, cause, folder, fileName, summary } = begun
  const { madeAt, trail } = summary
  return {
    result: 'made',
    backup: { id, cause, madeAt, folder, fileName, bytes, sha256, trail, authorId },
  }
}

/** Why a backup was not made; undefined where somebody stopped it, or for what is no failure of a disk. */
export function failedOutcome(
  { cause, folder }: Pick<Begun, 'cause' | 'folder'>,
  error: unknown,
  at: OffsetDateTime,
): BackupOutcome | undefined {
  const trouble = troubleBehind(error)
  if (trouble === undefined) return undefined
  return { result: 'failed', at, cause, folder, trouble }
}

/** What was there at the beginning and is not there now was pulled out, whatever the system calls that. */
export function pulledOut(failed: BackupOutcome | undefined): BackupOutcome | undefined {
  if (failed?.result !== 'failed' || failed.trouble === 'full' || existsSync(failed.folder)) return failed
  return { ...failed, trouble: 'gone' }
}

/** Why a disk failed, whether or not that was told as `no_place` by then; undefined for what is no failure of a disk. */
export function troubleBehind(error: unknown): Trouble | undefined {
  const payload = error instanceof AppError ? error.payload : undefined
  return payload?.code === 'no_place' ? payload.trouble : troubleOf(error)
}

/** Whether somebody asked for the end. */
export function isCancelled(error: unknown): boolean {
  return error instanceof AppError && error.payload.code === 'cancelled'
}
