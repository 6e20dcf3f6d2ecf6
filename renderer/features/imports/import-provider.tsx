import { createContext, type ReactNode, useContext } from 'react'
import { type NewImportState, useNewImport } from './use-new-import.ts'

const ImportContext = createContext<NewImportState | undefined>(undefined)

/** An import that was begun waits in memory while its user looks at other screens, and goes with the session. */
export function ImportProvider({ children }: { readonly children: ReactNode }) {
  return <ImportContext value={useNewImport()}>{children}</ImportContext>
}

export function useBegunImport(): NewImportState {
  const value = useContext(ImportContext)
  if (value === undefined) throw new Error('no ImportProvider above')
  return value
}
