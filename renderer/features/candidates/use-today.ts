import { useEffect, useState } from 'react'
import { CivilDate } from '#shared/core/civil-date.ts'
import { useSession } from '../../session/session.tsx'

/** How late a window that stays open may notice a new day. */
const LOOK_EVERY_MS = 20_000

/** The day on the site's calendar, wherever the computer's clock is set; follows it over midnight. */
export function useToday(): CivilDate {
  const { timeZone } = useSession().site
  const [today, setToday] = useState(() => dayIn(timeZone))
  useEffect(() => {
    const timer = setInterval(() => setToday(dayIn(timeZone)), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [timeZone])
  return today
}

function dayIn(timeZone: string): CivilDate {
  return CivilDate.parse(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.now()))
}
