import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useSessionControl } from '../session/session.tsx'

interface Privacy {
  /** The patient can see the screen: no name, no initials, no other patient may be on it. */
  readonly isOn: boolean
  readonly toggle: () => void
}

const PrivacyContext = createContext<Privacy | undefined>(undefined)

/** Privacy mode of the window; ends with the session, so that the next user is not left wondering. */
export function PrivacyProvider({ children }: { readonly children: ReactNode }) {
  const { session } = useSessionControl()
  const [isOn, setOn] = useState(false)
  useEffect(() => {
    if (session.state !== 'open') setOn(false)
  }, [session.state])
  const value = useMemo(() => ({ isOn, toggle: () => setOn(on => !on) }), [isOn])
  return <PrivacyContext value={value}>{children}</PrivacyContext>
}

export function usePrivacy(): Privacy {
  const value = useContext(PrivacyContext)
  if (value === undefined) throw new Error('no PrivacyProvider above')
  return value
}

/** Something that tells who a patient is: dots while privacy mode is on. */
export function Identity({ children }: { readonly children: string }) {
  const { isOn } = usePrivacy()
  return isOn ? <span aria-hidden="true">•••</span> : children
}
