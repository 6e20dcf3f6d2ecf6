import type { Clock } from '#shared/core/adverse-events/clock.ts'

type State = Clock['state']

const MINUTE_MS = 60_000

/** Whole minutes until a clock runs out; negative once it has; null where it cannot run. Time that was set back counts. */
export function minutesLeft({ dueAt, addedSeconds }: Clock, now: string): number | null {
  if (dueAt === null) return null
  return Math.floor((Date.parse(dueAt) - Date.parse(now) - addedSeconds * 1000) / MINUTE_MS)
}

/** Within so many minutes of its end a clock is due soon: six hours, or a quarter of a shorter time. */
function soonMinutes({ hours }: Clock): number {
  return Math.min(6, hours / 4) * 60
}

/** How a clock stands at a moment after it was asked for. */
export function stateAt(clock: Clock, now: string): State {
  const left = minutesLeft(clock, now)
  if (left === null || clock.state === 'met' || clock.state === 'met_late') return clock.state
  if (left < 0) return 'overdue'
  return left <= soonMinutes(clock) ? 'due_soon' : 'running'
}

/** Asks for something now: what the rail and the lock screen count. */
export function isPressing(state: State): boolean {
  return state === 'no_start' || state === 'due_soon' || state === 'overdue'
}
