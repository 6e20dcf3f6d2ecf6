import type { OpenSession, SessionSlot } from '#main/services/context.ts'
import type { EngineEvent } from '#shared/api/events.ts'
import type { Timer } from './timer.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** What the idle lock watches, and whom it tells. */
export interface IdleLockOptions {
  readonly slot: SessionSlot
  readonly timer: Timer
  readonly announce: (event: EngineEvent) => void
  readonly lock: () => void
}

/** Ends a session at which nobody is. */
export interface IdleLock {
  /** Somebody is at the keyboard. Does not bring back a session whose time is over: `check` comes first. */
  touch(): void
  /** Locks if it is time to, also where no timer ran, as after the computer's sleep. Follows the session. */
  check(): void
  stop(): void
}

/** Watches the open session. What counts as activity is the caller's to say. */
export function createIdleLock({ slot, timer, announce, lock }: IdleLockOptions): IdleLock {
  let watched: OpenSession | undefined
  let stopTicking = () => {}
  let since = 0
  let ticks = 0
  let warned = false

  function touch(): void {
    since = timer.now()
    ticks = 0
    warned = false
  }

  function follow(session: OpenSession | undefined): void {
    if (session === watched) return
    watched = session
    stopTicking()
    stopTicking = () => {}
    if (session === undefined) return
    touch()
    stopTicking = timer.every(SECOND, () => {
      ticks += 1
      check()
    })
  }

  function check(): void {
    follow(slot.current)
    if (watched === undefined) return
    const allowed = watched.idleMinutes * MINUTE
    // A clock that was moved back does not lengthen the time: as much passed as there were ticks.
    const left = allowed - Math.max(timer.now() - since, ticks * SECOND)
    if (left <= 0) lock()
    else if (!warned && left <= Math.min(MINUTE, allowed / 2)) {
      warned = true
      announce({ event: 'locking_soon', seconds: Math.ceil(left / SECOND) })
    }
    follow(slot.current)
  }

  return { touch, check, stop: () => stopTicking() }
}
