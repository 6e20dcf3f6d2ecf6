import { createJobs } from '#main/jobs/jobs.ts'
import { backupsByThemselves } from '#main/services/backups/by-itself.ts'
import type { BackupsInWork } from '#main/services/backups/in-work.ts'
import { createBackupRunner } from '#main/services/backups/runner.ts'
import type { SessionSlot, Surroundings } from '#main/services/context.ts'
import { services } from '#main/services/index.ts'
import { endSession } from '#main/services/opening.ts'
import { storeStatus } from '#main/services/store-status.ts'
import { repairReplacement } from '#main/store/replace-store.ts'
import { LockedCalls } from '#main/store/security-log.ts'
import { contract } from '#shared/api/contract.ts'
import type { EngineEvent, LockCause } from '#shared/api/events.ts'
import { ApiRequest, type ApiResponse } from '#shared/api/wire.ts'
import { watchSchedule } from './engine/backup-schedule.ts'
import { watchDeadlines } from './engine/deadlines.ts'
import { createDispatch, type DispatchOptions } from './engine/dispatch.ts'
import { type FailureReport, failureReport } from './engine/failure.ts'
import { createIdleLock } from './engine/idle-lock.ts'
import { systemTimer, type Timer } from './engine/timer.ts'

/** What an engine is started with. Time and ids come in, so that tests choose them. */
export interface EngineOptions extends Surroundings {
  /** Where bugs are logged, without any value that a caller passed in. */
  readonly report: (failure: FailureReport) => void
  /** Told what the page did not ask for: that the session ended, or soon will. */
  readonly onEvent?: (event: EngineEvent) => void
  /** What idle time is measured by, if not by the computer. */
  readonly timer?: Timer
}

/** The whole of Lobule behind one door. Hosts carry requests to it; nothing else reaches the store. */
export interface Engine {
  /** Answers one call; never rejects. Calls are answered one after the other. */
  handle(request: unknown): Promise<ApiResponse>
  /** Locks at once, and no call that came before opens afterwards: by default because the computer sleeps. */
  lock(cause?: LockCause): void
  /**
   * Locks and ends; nothing opens from then on. `waitMs` is how long a backup may take that runs or that the site makes on
   * closing; without it everything is done when this returns, and what runs is given up.
   */
  close(waitMs?: number): Promise<void>
}

/** Starts an engine on a folder that holds a store, or will. Nothing is opened before the first unlock. */
export function createEngine(options: EngineOptions): Engine {
  const { report, onEvent = () => undefined, timer = systemTimer, ...surroundings } = options
  const lockedCalls = new LockedCalls(surroundings.directory)
  const slot: SessionSlot = { current: undefined }
  let locks = 0
  let isClosed = false

  function onBug(error: unknown, where: string): string {
    const reference = surroundings.newId()
    report(failureReport(error, where, reference))
    return reference
  }

  /** A trail that cannot take it, or a page that is gone, keeps nobody from locking. */
  function guarded(work: () => void, where: string): void {
    try {
      work()
    } catch (error) {
      onBug(error, where)
    }
  }

  function lock(cause: LockCause): void {
    locks += 1
    // Once the engine closes, whatever there was to wait for was waited for.
    if (!isClosed) backups.closing()
    guarded(() => endSession(context, cause), `lock: ${cause}`)
  }

  const announce = (event: EngineEvent) => guarded(() => onEvent(event), `event: ${event.event}`)
  const inTurn = queue()
  const jobs = createJobs(announce, () => slot.current !== undefined)
  const runner = createBackupRunner({ ...surroundings, slot, jobs, announce, inTurn, onBug })
  const itself = backupsByThemselves(runner, { ...surroundings, slot, onBug })
  const backups: BackupsInWork = { ...runner, closing: itself.closing }
  const schedule = watchSchedule({ slot, timer, ...itself, inTurn, onBug })
  const deadlines = watchDeadlines({ ...surroundings, slot, timer, announce })
  const context: DispatchOptions['context'] = {
    ...{ ...surroundings, slot, lockedCalls, announce },
    deadlines: deadlines.count,
    ...{ jobs, backups },
    plans: new Map(),
  }
  const idle = createIdleLock({ slot, timer, announce, lock: () => lock('idle') })
  const dispatch = createDispatch({
    contract,
    handlers: services,
    context,
    touch: idle.touch,
    onLockedCall() {
      // Without a store there is nothing to protect and no place to write.
      if (storeStatus(context).state !== 'none') lockedCalls.note(context.now().toISOString())
    },
    onBug,
  })
  // A restore that a power cut broke off: before anything is asked of the store.
  guarded(() => void repairReplacement(surroundings.directory), 'restore broken off')
  return {
    handle(request) {
      if (isCancelling(request)) return dispatch(request, () => false)
      const locksBefore = locks
      const mayOpen = () => !isClosed && locks === locksBefore
      return inTurn(async () => {
        // The computer may have slept since the last tick.
        idle.check()
        const response = await dispatch(request, mayOpen)
        guarded(deadlines.refresh, 'deadlines')
        guarded(schedule.refresh, 'backups')
        idle.check()
        return response
      })
    },
    lock: (cause = 'suspend') => lock(cause),
    async close(waitMs = 0) {
      if (waitMs > 0) {
        backups.closing()
        if (!(await backups.ended(waitMs)))
          await backups.giveUp().catch(error => void onBug(error, 'backup: closing'))
      }
      isClosed = true
      void backups.stop()
      for (const watch of [idle, deadlines, schedule]) watch.stop()
      lock('closing')
      lockedCalls.flush(context.now().toISOString())
    },
  }
}

/** What stops long work cannot wait until that is done. */
function isCancelling(request: unknown): boolean {
  const call = ApiRequest.safeParse(request)
  return call.success && call.data.area === 'jobs' && call.data.method === 'cancel'
}

/** One call at a time: a session must not change under a call that waits for a key derivation. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}
