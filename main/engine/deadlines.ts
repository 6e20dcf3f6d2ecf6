import { dueInstant, runningClocks } from '#main/services/adverse-events/running-clocks.ts'
import type { OpenSession, SessionSlot, Surroundings } from '#main/services/context.ts'
import { changeMark } from '#main/store/chart-repository.ts'
import type { Deadlines, EngineEvent } from '#shared/api/events.ts'
import type { Clock } from '#shared/core/adverse-events/clock.ts'
import { soonMs } from '#shared/core/adverse-events/clocks-of.ts'
import type { Timer } from './timer.ts'

/** How often the deadlines are looked at, in milliseconds. */
const EVERY = 20_000

/** A deadline as it stays in memory while the store is locked: two instants in milliseconds, and nothing of whose it is. */
interface Instants {
  readonly soonAt: number
  readonly dueAt: number
}

/** What the deadlines are read from, and whom they are told. */
export interface DeadlineOptions extends Pick<Surroundings, 'now' | 'protocols'> {
  readonly slot: SessionSlot
  readonly timer: Timer
  readonly announce: (event: EngineEvent) => void
}

/** Watches the deadlines of reports, also after the store was locked. */
export interface DeadlineWatch {
  /** Reads them again where the open store was changed; while it is locked, those that were read last stay. */
  refresh(): void
  /** How many stand how; undefined where none runs, or none was ever read. */
  count(): Deadlines | undefined
  stop(): void
}

/** Remembers when deadlines pass and says each time that one is due soon or has passed. */
export function watchDeadlines(options: DeadlineOptions): DeadlineWatch {
  const { slot, timer, announce, protocols } = options
  let known: readonly Instants[] = []
  let read: { readonly session: OpenSession; readonly mark: string } | undefined
  let stopTicking: (() => void) | undefined
  let clock = steadyClock(options.now)
  let saidUpTo = 0

  function refresh(): void {
    const session = slot.current
    if (session === undefined) return
    const mark = changeMark(session.db)
    if (read?.session === session && read.mark === mark) return
    look()
    known = runningClocks({ db: session.db, session, protocols, now: options.now }).map(instantsOf)
    read = { session, mark }
    // What was put back is in what was read.
    clock = steadyClock(options.now)
    saidUpTo = clock()
    tick()
  }

  function tick(): void {
    if (known.length > 0) stopTicking ??= timer.every(EVERY, look)
    else stop()
  }

  function stop(): void {
    stopTicking?.()
    stopTicking = undefined
  }

  function look(): void {
    const [from, to] = [saidUpTo, clock()]
    saidUpTo = to
    const isPassed = known.some(({ dueAt }) => dueAt >= from && dueAt < to)
    const isSoon = known.some(({ soonAt }) => soonAt > from && soonAt <= to)
    if (!isPassed && !isSoon) return
    announce({ event: 'deadlines', now: isPassed ? 'overdue' : 'due_soon', deadlines: countAt(known, to) })
  }

  return {
    refresh,
    count: () => (known.length === 0 ? undefined : countAt(known, clock())),
    stop,
  }
}

function instantsOf(clock: Clock): Instants {
  const dueAt = dueInstant(clock)
  return { dueAt, soonAt: dueAt - soonMs(clock.hours) }
}

function countAt(known: readonly Instants[], instant: number): Deadlines {
  const started = known.filter(({ dueAt }) => Number.isFinite(dueAt))
  const overdue = started.filter(({ dueAt }) => dueAt < instant).length
  const soon = started.filter(({ soonAt }) => soonAt <= instant).length
  return {
    running: started.length - soon,
    dueSoon: soon - overdue,
    overdue,
    noStart: known.length - started.length,
  }
}

/** A clock in milliseconds that goes on where the computer's is put back: nobody gains time by that. */
function steadyClock(now: () => Date): () => number {
  let last = now().getTime()
  let putBack = 0
  return () => {
    const shown = now().getTime()
    putBack += Math.max(0, last - shown)
    last = shown
    return shown + putBack
  }
}
