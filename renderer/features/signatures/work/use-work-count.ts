import { useRead } from '../../../api/hooks.ts'
import { useRight } from '../../../session/session.tsx'

/** How many things ask this user to sign, besides what could be signed at leisure; 0 while it is not known. */
export function useWorkCount(): number {
  const mayRead = useRight('screening.read')
  const maySign = useRight('signatures.sign')
  const { data } = useRead('signatures', 'workList', {}, { enabled: mayRead && maySign })
  if (!maySign) return 0
  return data?.filter(({ kind }) => kind !== 'ready_to_sign').length ?? 0
}
