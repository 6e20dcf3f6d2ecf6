import { useRead } from '../../../api/hooks.ts'
import { useRight } from '../../../session/session.tsx'
import { isPressing } from './task-groups.ts'
import { AHEAD_DAYS } from './visit-work.tsx'

/** How many visits and doses are due or overdue, over everybody; 0 while it is not known. */
export function usePressingVisits(): number {
  const mayRead = useRight('screening.read')
  const { data } = useRead('visits', 'tasks', { days: AHEAD_DAYS }, { enabled: mayRead })
  return data?.tasks.filter(isPressing).length ?? 0
}
