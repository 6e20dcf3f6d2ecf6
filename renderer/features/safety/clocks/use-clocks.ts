import type { RunningClock } from '#shared/api/adverse-events.ts'
import type { Clock } from '#shared/core/adverse-events/clock.ts'
import { useRead } from '../../../api/hooks.ts'
import { useRight } from '../../../session/session.tsx'

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

/** A clock as it stands by now: the page may have been open for hours since it was asked for. */
export function useLiveClock(clock: Clock, answeredAt: string): { clock: Clock; now: string } {
  const { now, clocks } = useClocks()
  if (now === null || Date.parse(now) <= Date.parse(answeredAt)) return { clock, now: answeredAt }
  const fresh = clocks.find(({ event, kind }) => event === clock.event && kind === clock.kind)
  return { clock: fresh ?? clock, now }
}
