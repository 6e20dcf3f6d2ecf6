import { createContext, type ReactNode, useContext } from 'react'
import { type Right, rightsOfRole } from '#shared/api/rights.ts'

const ReadOnlyContext = createContext(false)

/** Everything below is shown as a monitor sees it, whoever looks: `useRight` grants nothing that a monitor has not. */
export function ReadOnly({ children }: { readonly children: ReactNode }) {
  return <ReadOnlyContext value={true}>{children}</ReadOnlyContext>
}

/** Whether a right may be used here at all; the person may lack it none the less. */
export function useIsOffered(right: Right): boolean {
  const isReadOnly = useContext(ReadOnlyContext)
  return !isReadOnly || rightsOfRole.monitor.includes(right)
}
