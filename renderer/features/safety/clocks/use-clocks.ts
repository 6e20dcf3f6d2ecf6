import type { RunningClock } from '#shared/api/adverse-events.ts'
import type { Clock } from '#shared/core/adverse-events/clock.ts'
import { useRead } from '../../../api/hooks.ts'
import { useRight } from '../../../session/session.tsx'
import { isMet, isPressing, minutesLeft, stateAt } from './clock-at.ts'

const MINUTE_MS = 60_000

interface Running {
  /** The engine's own time, which is never earlier than the last entry; null while it is not known. */
  readonly now: string | null
  readonly clocks: readonly RunningClock[]
}

const NONE: Running = { now: null, clocks: [] }

/** Every deadline that runs, asked for again each minute: what is late is said by the engine's clock and not the page's. */
export function useClocks(): Running {
  const mayRead = useRight('facts.read')
  const { data } = useRead('adverseEvents', 'clocks', {}, { enabled: mayRead, everyMs: MINUTE_MS })
  return data ?? NONE
}

interface LiveClock {
  readonly clock: Clock
  readonly now: string
}

/** A clock as it stands by now: the page may have been open for hours since it was asked for. The stricter count holds. */
export function useLiveClock(clock: Clock, answeredAt: string): LiveClock {
  const { now, clocks } = useClocks()
  const asked = { clock, now: answeredAt }
  if (now === null || isMet(clock)) return asked
  const fresh = clocks.find(({ event, kind }) => event === clock.event && kind === clock.kind)
  return stricter(asked, { clock: fresh ?? clock, now })
}

function stricter(a: LiveClock, b: LiveClock): LiveClock {
  return (minutesLeft(b.clock, b.now) ?? 0) < (minutesLeft(a.clock, a.now) ?? 0) ? b : a
}

/** How many deadlines ask for something now, over everybody; 0 while it is not known. */
export function usePressingClocks(): number {
  const { now, clocks } = useClocks()
  return now === null ? 0 : clocks.filter(clock => isPressing(stateAt(clock, now))).length
}
