import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useToday } from '../features/candidates/use-today.ts'

/** Asks everything again on a new day: an answer about yesterday must not stand as one about today. */
export function useNewDay(): void {
  const queries = useQueryClient()
  const today = useToday()
  const known = useRef(today)
  useEffect(() => {
    if (known.current === today) return
    known.current = today
    void queries.invalidateQueries()
  }, [queries, today])
}
