import { useCallback, useEffect, useRef } from 'react'
import { useApi } from '../../api/api.tsx'
import { useJob } from '../../api/use-job.ts'
import { useCountdown } from '../../components/password/use-countdown.ts'
import { useSessionControl } from '../../session/session.tsx'
import type { Begun } from './begun.ts'
import { refusedIn } from './refused-in.ts'

interface Asked {
  /** Of those who stay, by login name. */
  readonly passwords: Readonly<Record<string, string>>
  readonly reason: string
}

/** The last step: long, and with the passwords in the call alone. Afterwards the session is over. */
export function useRekeying({ id, people }: Begun) {
  const api = useApi()
  const { refresh } = useSessionControl()
  const { state, run: runJob, cancel } = useJob()
  const { left, start } = useCountdown()
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const run = useCallback(
    async ({ passwords, reason }: Asked) => {
      const staying = people.flatMap(({ loginName }) => {
        const password = passwords[loginName] ?? ''
        return password === '' ? [] : [{ loginName, password }]
      })
      const done = await runJob(async job => {
        try {
          return await api.rekeying.run({ job, id, people: staying, reason })
        } catch (error) {
          const wait = refusedIn(error)?.retryAfterSeconds ?? 0
          if (wait > 0) start(wait)
          throw error
        }
      })
      // The engine says that it locked; where it was not heard, the page asks.
      if (done && isHere.current) await refresh()
    },
    [api, id, people, runJob, start, refresh],
  )
  return { state, run, cancel, left }
}
