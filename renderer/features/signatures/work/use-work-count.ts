import { useRead } from '../../../api/hooks.ts'
import { useRight } from '../../../session/session.tsx'

/** How many things wait for this user's signature; 0 while it is not known. */
export function useWorkCount(): number {
  const mayRead = useRight('screening.read')
  const { data } = useRead('signatures', 'workList', {}, { enabled: mayRead })
  return data?.length ?? 0
}
