import { useMemo } from 'react'
import { useRead } from '../../api/hooks.ts'
import { useRight } from '../../session/session.tsx'
import { type Decisions, latestDecisions } from '../signatures/decisions.ts'

/** The last signed decision about each candidate and protocol of the site; none while they are not known. */
export function useDecisions(): Decisions {
  const mayRead = useRight('screening.read')
  const { data } = useRead('signatures', 'list', {}, { enabled: mayRead })
  return useMemo(() => latestDecisions(data ?? []), [data])
}
