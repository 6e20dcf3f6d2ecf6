import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react'
import { createStore, type Store } from './store.ts'

/** The day under the pointer in all panels; outside React's state, so that moving it draws no panel again. */
type Crosshair = Store<number | null>

const CrosshairContext = createContext<Crosshair | undefined>(undefined)

interface CrosshairProviderProps {
  /** Where it stands until somebody moves it. */
  readonly first?: number | null
  readonly children: ReactNode
}

/** Gives the panels below one crosshair. */
export function CrosshairProvider({ first = null, children }: CrosshairProviderProps) {
  const store = useMemo(() => createStore<number | null>(first), [first])
  return <CrosshairContext value={store}>{children}</CrosshairContext>
}

/** To move the crosshair without being drawn again. Throws outside a `CrosshairProvider`. */
export function useCrosshair(): Crosshair {
  const store = useContext(CrosshairContext)
  if (store === undefined) throw new Error('no CrosshairProvider above')
  return store
}

/** The day that the crosshair is on; null while it is nowhere. */
export function useCrosshairDay(): number | null {
  const { subscribe, get } = useCrosshair()
  return useSyncExternalStore(subscribe, get)
}
