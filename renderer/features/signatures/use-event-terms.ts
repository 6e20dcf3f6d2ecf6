import { useCallback } from 'react'
import type { FactId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { useRight } from '../../session/session.tsx'

/** What adverse events are called, as reported; undefined for one that is not charted any more, or not read yet. */
export function useEventTerms(): (event: FactId) => string | undefined {
  const mayRead = useRight('facts.read')
  const { data } = useRead('adverseEvents', 'list', {}, { enabled: mayRead })
  return useCallback(event => data?.events.find(one => one.event === event)?.content.term, [data])
}
