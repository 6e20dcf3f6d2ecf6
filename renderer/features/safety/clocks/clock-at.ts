import type { Clock } from '#shared/core/adverse-events/clock.ts'
import { soonMs } from '#shared/core/adverse-events/clocks-of.ts'

type State = Clock['state']

const MINUTE_MS = 60_000

/** Until a clock runs out, in milliseconds; negative once it has; null where it cannot run. Time that was set back counts. */
function msLeft({ dueAt, addedSeconds }: Clock, now: string): number | null {
  return dueAt === null ? null : Date.parse(dueAt) - addedSeconds * 1000 - Date.parse(now)
}

/** The same in whole minutes, of which none is left that has begun. */
export function minutesLeft(clock: Clock, now: string): number | null {
  const left = msLeft(clock, now)
  return left === null ? null : Math.floor(left / MINUTE_MS)
}

/** How a clock stands at a moment after it was asked for. */
export function stateAt(clock: Clock, now: string): State {
  const left = msLeft(clock, now)
  if (left === null || isMet(clock)) return clock.state
  if (left < 0) return 'overdue'
  return left <= soonMs(clock.hours) ? 'due_soon' : 'running'
}

/** Nothing is owed any more. */
export function isMet({ state }: Clock): boolean {
  return state === 'met' || state === 'met_late'
}

/** Asks for something now: what the rail counts. */
export function isPressing(state: State): boolean {
  return state === 'no_start' || state === 'due_soon' || state === 'overdue'
}
