import type { Surroundings } from '#main/services/context.ts'
import { services } from '#main/services/index.ts'
import { endSession } from '#main/services/opening.ts'
import { storeStatus } from '#main/services/store-status.ts'
import { LockedCalls } from '#main/store/security-log.ts'
import { contract } from '#shared/api/contract.ts'
import type { ApiResponse } from '#shared/api/wire.ts'
import { createDispatch, type DispatchOptions } from './engine/dispatch.ts'
import { type FailureReport, failureReport } from './engine/failure.ts'

/** What an engine is started with. Time and ids come in, so that tests choose them. */
export interface EngineOptions extends Surroundings {
  /** Where bugs are logged, without any value that a caller passed in. */
  readonly report: (failure: FailureReport) => void
}

/** The whole of Lobule behind one door. Hosts carry requests to it; nothing else reaches the store. */
export interface Engine {
  /** Answers one call; never rejects. Calls are answered one after the other. */
  handle(request: unknown): Promise<ApiResponse>
  /** Locks at once, and no call that came before opens afterwards: a host's idle timer, the system going to sleep. */
  lock(): void
  /** Locks and ends; nothing opens from then on. */
  close(): void
}

/** Starts an engine on a folder that holds a store, or will. Nothing is opened before the first unlock. */
export function createEngine({ report, ...surroundings }: EngineOptions): Engine {
  const lockedCalls = new LockedCalls(surroundings.directory)
  const context: DispatchOptions['context'] = { ...surroundings, slot: { current: undefined }, lockedCalls }
  const dispatch = createDispatch({
    contract,
    handlers: services,
    context,
    onLockedCall() {
      // Without a store there is nothing to protect and no place to write.
      if (storeStatus(context).state !== 'none') lockedCalls.note(context.now().toISOString())
    },
    onBug(error, where) {
      const reference = context.newId()
      report(failureReport(error, where, reference))
      return reference
    },
  })
  const inTurn = queue()
  let locks = 0
  let isClosed = false
  return {
    handle(request) {
      const locksBefore = locks
      const mayOpen = () => !isClosed && locks === locksBefore
      return inTurn(() => dispatch(request, mayOpen))
    },
    lock() {
      locks += 1
      endSession(context, 'host')
    },
    close() {
      isClosed = true
      endSession(context, 'closing')
      lockedCalls.flush(context.now().toISOString())
    },
  }
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
