import { z } from 'zod'
import { JobId, JobStage } from './jobs.ts'

/** Why a session ended: asked for, nobody was there, the computer slept or was locked, the window is closing,
 * the user may not any more, the store got another key. */
export const LockCause = z.enum(['user', 'idle', 'suspend', 'closing', 'deactivated', 'rekeyed'])
export type LockCause = z.infer<typeof LockCause>

const count = z.int().min(0)

/** How many deadlines of reports stand how; whose they are, nobody learns from it. */
export const Deadlines = z.object({
  /** Later than soon. */
  running: count,
  dueSoon: count,
  overdue: count,
  /** Nobody charted when the site became aware, so that they cannot run. */
  noStart: count,
})
export type Deadlines = z.infer<typeof Deadlines>

/** A deadline has become due soon, or has passed: said once for each, also while the store is locked. */
export const DeadlineEvent = z.object({
  event: z.literal('deadlines'),
  now: z.enum(['due_soon', 'overdue']),
  deadlines: Deadlines,
})
export type DeadlineEvent = z.infer<typeof DeadlineEvent>

/** How far long work is. */
export const ProgressEvent = z.object({
  event: z.literal('progress'),
  job: JobId,
  stage: JobStage,
  done: count,
  total: count,
})
export type ProgressEvent = z.infer<typeof ProgressEvent>

/** What the engine tells its page unasked. Announces, never steers: the page asks again for what it shows. */
export const EngineEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('locked'), cause: LockCause }),
  /** Said once a minute before an idle session ends, with the seconds that are left. */
  z.object({ event: z.literal('locking_soon'), seconds: z.int().min(0) }),
  DeadlineEvent,
  ProgressEvent,
  /** How the backups stand has changed; `backups.status` says it. */
  z.object({ event: z.literal('backups') }),
])
export type EngineEvent = z.infer<typeof EngineEvent>
