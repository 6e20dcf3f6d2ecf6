import { AppError } from '#shared/api/errors.ts'
import type { EngineEvent } from '#shared/api/events.ts'
import type { JobId, JobStage } from '#shared/api/jobs.ts'

/** Long work as it runs: says how far it is, and stops where it is told to. */
export interface Job {
  /** To be called often: lets the engine hear others now and then. Throws `cancelled` where somebody asked for that. */
  step(stage: JobStage, done: number, total: number): Promise<void>
}

/** All long work of an engine. */
export interface Jobs {
  /** Runs `work` under a name by which it can be cancelled. It ends with the session, unless it `outlives` that. */
  run<T>(id: JobId, work: (job: Job) => Promise<T>, session?: 'outlives'): Promise<T>
  /** Whether there was such work. */
  cancel(id: JobId): boolean
}

/** Milliseconds of work between two pauses, and between two events. */
const SLICE = 20
const TELL = 100

/** Announces progress; a session that ended meanwhile ends the work with `locked`. */
export function createJobs(
  announce: (event: EngineEvent) => void,
  isOpen: () => boolean,
  clock: () => number = () => performance.now(),
): Jobs {
  const running = new Map<JobId, { isCancelled: boolean }>()
  return {
    async run(id, work, session) {
      if (running.has(id)) throw new AppError({ code: 'duplicate', entity: 'job', field: 'job' })
      const state = { isCancelled: false }
      running.set(id, state)
      let pausedAt = clock()
      let toldAt = Number.NEGATIVE_INFINITY
      try {
        return await work({
          async step(stage, done, total) {
            const now = clock()
            if (now - toldAt >= TELL || done === total) {
              toldAt = now
              announce({ event: 'progress', job: id, stage, done, total })
            }
            if (now - pausedAt >= SLICE) {
              await new Promise(resolve => setImmediate(resolve))
              pausedAt = clock()
            }
            if (state.isCancelled) throw new AppError({ code: 'cancelled' })
            if (session !== 'outlives' && !isOpen()) throw new AppError({ code: 'locked' })
          },
        })
      } finally {
        running.delete(id)
      }
    },
    cancel(id) {
      const state = running.get(id)
      if (state !== undefined) state.isCancelled = true
      return state !== undefined
    },
  }
}
