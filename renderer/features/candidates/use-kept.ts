import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

/**
 * Where somebody was in the log, for when they come back from a candidate. Kept beside what was read, so that it leaves
 * with the session, and not in the address, because it may tell who a patient is.
 */
export function useKept<T extends string | undefined>(name: string, first: T) {
  const queries = useQueryClient()
  const [value, setValue] = useState<T>(() => queries.getQueryData<T>(['log', name]) ?? first)
  const set = useCallback(
    (next: T) => {
      setValue(next)
      queries.setQueryData(['log', name], next)
    },
    [queries, name],
  )
  return [value, set] as const
}
