import { useEffect, useState } from 'react'

/** The time on the site's clock with its offset, as a signature made now would carry it. */
export function useSigningTime(timeZone: string): string {
  const [now, setNow] = useState(() => timeIn(timeZone))
  useEffect(() => {
    const timer = setInterval(() => setNow(timeIn(timeZone)), 1000)
    return () => clearInterval(timer)
  }, [timeZone])
  return now
}

function timeIn(timeZone: string): string {
  const now = Date.now()
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(now)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return `${local.format(now).replace(' ', 'T')}${name.replace('GMT', '') || '+00:00'}`
}
