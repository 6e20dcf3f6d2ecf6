import { createJobs } from '#main/jobs/jobs.ts'
import type { BackupsInWork } from '#main/services/backups/in-work.ts'
import { createBackupRunner } from '#main/services/backups/runner.ts'
import type { OpenContext } from '#main/services/context.ts'

/** Backups as an engine makes them, for a context without an engine around it. */
export function backupsInWork(context: Omit<OpenContext, 'backups' | 'mayOpen'>): BackupsInWork {
  const runner = createBackupRunner({
    ...context,
    jobs: createJobs(context.announce, () => context.slot.current !== undefined),
    inTurn: work => work(),
    onBug(error) {
      throw error
    },
  })
  return { ...runner, closing: () => undefined }
}
