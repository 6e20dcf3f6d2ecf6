import { rmSync } from 'node:fs'
import type { Job } from '#main/jobs/jobs.ts'
import { endsWithin } from '#main/services/within.ts'
import type { BackupOutcome } from '#main/store/backup-status.ts'
import type { BackupStatus } from '#shared/api/backups.ts'
import { AppError } from '#shared/api/errors.ts'
import type { JobId } from '#shared/api/jobs.ts'
import { beginBackup } from './begin.ts'
import type { Asked, Author, BackupsInWork } from './in-work.ts'
import { keepOutcome } from './keep-outcome.ts'
import { makeBackup } from './make-backup.ts'
import { failedOutcome, isCancelled, madeOutcome, pulledOut } from './outcome.ts'
import type { Run, RunnerOptions } from './run.ts'

/** Without what begins by itself. */
export type BackupRunner = Omit<BackupsInWork, 'closing'>

/** Makes backups beside the work of the engine, one after the other. */
export function createBackupRunner(options: RunnerOptions): BackupRunner {
  const { jobs, announce, slot } = options
  let current:
    | { readonly run: Run; readonly making: Promise<unknown>; readonly end: Promise<void> }
    | undefined

  function start(asked: Asked, author: Author): JobId {
    if (current !== undefined) return current.run.begun.job
    const session = slot.current
    if (session === undefined) throw new AppError({ code: 'locked' })
    const begun = beginBackup(session, options, { ...asked, job: options.newId() })
    const { userId: authorId, clock } = session
    const at = { stage: 'packing', done: 0, total: 1 } as const
    const run: Run = { begun, author, authorId, clock, at, isStopped: false }
    const making = jobs.run(begun.job, job => makeBackup(begun, told(run, job, announce)), 'outlives')
    const outcome = making.then(
      packed => madeOutcome(begun, packed, authorId),
      error => unmade(run, error, options),
    )
    const end = outcome
      .then(result => finish(run, result, options))
      .finally(() => {
        begun.key.destroy()
        current = undefined
        announce({ event: 'backups' })
      })
    current = { run, making: outcome, end }
    announce({ event: 'backups' })
    return begun.job
  }

  return {
    start,
    running: () => (current === undefined ? null : progressOf(current.run)),
    ended: async withinMs => current === undefined || endsWithin(current.end, withinMs),
    async giveUp() {
      if (current === undefined) return
      const { run } = current
      run.isStopped = true
      jobs.cancel(run.begun.job)
      const { cause, folder } = run.begun
      const at = run.clock.render(options.now())
      await keepOutcome(run, { result: 'failed', at, cause, folder, trouble: 'too_slow' }, options)
    },
    async stop() {
      if (current === undefined) return
      const { run, making } = current
      run.isStopped = true
      jobs.cancel(run.begun.job)
      await making
    },
  }
}

function progressOf({ begun: { job, cause }, at }: Run): BackupStatus['running'] {
  return { job, cause, ...at }
}

/** The page hears of each new stage; between them it hears the progress of the job. */
function told(run: Run, job: Job, announce: RunnerOptions['announce']): Job {
  return {
    step(stage, done, total) {
      const isNew = run.at.stage !== stage
      run.at = { stage, done, total }
      if (isNew) announce({ event: 'backups' })
      return job.step(stage, done, total)
    },
  }
}

function unmade(run: Run, error: unknown, { onBug, now }: RunnerOptions): BackupOutcome | undefined {
  if (isCancelled(error) || run.isStopped) return undefined
  const failed = pulledOut(failedOutcome(run.begun, error, run.clock.render(now())))
  if (failed === undefined) onBug(error, 'backup')
  return failed
}

async function finish(run: Run, outcome: BackupOutcome | undefined, options: RunnerOptions): Promise<void> {
  const { inTurn, onBug } = options
  try {
    rmSync(run.begun.copy, { recursive: true, force: true })
    if (outcome !== undefined)
      await inTurn(async () => {
        if (!run.isStopped) await keepOutcome(run, outcome, options)
      })
  } catch (error) {
    onBug(error, 'backup')
  }
}
