import { useMemo } from 'react'
import { CivilDate } from '#shared/core/civil-date.ts'
import { useSession } from '../../session/session.tsx'

/** The day on the site's calendar, wherever the computer's clock is set. */
export function useToday(): CivilDate {
  const { site } = useSession()
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: site.timeZone }).format(Date.now())
  return useMemo(() => CivilDate.parse(today), [today])
}
