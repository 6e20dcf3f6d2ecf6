import { type BackupOutcome, ownBackupStatus, writeBackupStatus } from '#main/store/backup-status.ts'
import { recordOutcome } from './record.ts'
import { makeRoom } from './rotate.ts'
import type { Run, RunnerOptions } from './run.ts'

/** Keeps what became of a backup: in the store where that is open, else beside it until it is opened again. */
export async function keepOutcome(
  { begun, author }: Pick<Run, 'begun' | 'author'>,
  outcome: BackupOutcome,
  { slot, directory, now }: Pick<RunnerOptions, 'slot' | 'directory' | 'now'>,
): Promise<void> {
  const session = slot.current
  if (session !== undefined) {
    recordOutcome(session, { directory, now, author }, outcome)
    await makeRoom({ slot, directory, now }, session)
    return
  }
  // Its own word alone: under its key anybody's would become that.
  const before = ownBackupStatus(directory, begun.key)
  const good = outcome.result === 'made' ? outcome.backup : before?.lastGood
  writeBackupStatus(directory, begun.key, {
    folder: before?.folder ?? null,
    lastGood: good == null ? null : { madeAt: good.madeAt, fileName: good.fileName },
    unrecorded: [...(before?.unrecorded ?? []), outcome],
  })
}
