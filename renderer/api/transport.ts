import type { Send } from '#shared/api/client.ts'
import type { EngineEvent } from '#shared/api/events.ts'

/** What the page hears of its engine: its own events, and what the window says about the engine as a process. */
export type Heard = EngineEvent | { readonly event: 'engine_down' } | { readonly event: 'engine_up' }

/** A way to an engine. `send` rejects with `AppError` `unavailable` where the engine ended before it answered. */
export interface Transport {
  readonly send: Send
  /** Answers how to stop listening. */
  readonly subscribe: (listener: (heard: Heard) => void) => () => void
}

/** The listeners of a transport. */
export function createListeners() {
  const listeners = new Set<(heard: Heard) => void>()
  return {
    tell(heard: Heard) {
      for (const listener of listeners) listener(heard)
    },
    subscribe(listener: (heard: Heard) => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
