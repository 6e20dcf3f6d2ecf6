import type { Jobs } from '#main/jobs/jobs.ts'
import type { OpenSession, SessionSlot, Surroundings } from '#main/services/context.ts'
import type { EngineEvent } from '#shared/api/events.ts'
import type { JobStage } from '#shared/api/jobs.ts'
import type { UserId } from '#shared/core/ids.ts'
import type { Begun } from './begin.ts'
import type { Author } from './in-work.ts'

/** What backups run in. */
export interface RunnerOptions extends Pick<Surroundings, 'directory' | 'now' | 'newId' | 'app'> {
  readonly slot: SessionSlot
  readonly jobs: Jobs
  readonly announce: (event: EngineEvent) => void
  /** Runs `work` between two calls. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>
  readonly onBug: (error: unknown, where: string) => void
}

/** A backup on its way, and what is needed to keep its result once it is there. */
export interface Run {
  readonly begun: Begun
  readonly author: Author
  readonly authorId: UserId
  readonly clock: OpenSession['clock']
  /** How far it is. */
  at: { readonly stage: JobStage; readonly done: number; readonly total: number }
  isStopped: boolean
}
