import { setTimeout as later } from 'node:timers/promises'

/** Whether `work` came to its end within a time, in milliseconds; it goes on where not. Rejects as it does. */
export async function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const ending = new AbortController()
  const late = later(milliseconds, false, { signal: ending.signal }).catch(() => false)
  return Promise.race([work.then(() => true), late]).finally(() => ending.abort())
}
