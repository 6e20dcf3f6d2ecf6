import { useCallback, useEffect, useRef, useState } from 'react'
import { type Api, useApi } from '../../api/api.tsx'

type Part = Awaited<ReturnType<Api['audit']['verify']>>

/** How far the check of the chain has come, and what it found so far. */
export interface Checking extends Omit<Part, 'next'> {
  readonly state: 'running' | 'done' | 'stopped'
}

type Outcome = Checking | { readonly state: 'failed'; readonly error: unknown }

/** Entries to a part: a fraction of a second each. */
const PART = 5000

/** Checks the whole trail in parts, so that its progress is seen and it can be stopped. */
export function useVerifyTrail() {
  const api = useApi()
  const [outcome, setOutcome] = useState<Outcome>()
  const run = useRef(0)
  const stop = useCallback(() => {
    run.current += 1
    setOutcome(before => (before?.state === 'running' ? { ...before, state: 'stopped' } : before))
  }, [])
  useEffect(
    () => () => {
      run.current += 1
    },
    [],
  )
  const start = useCallback(async () => {
    run.current += 1
    const mine = run.current
    setOutcome(NOTHING_YET)
    try {
      let found = NOTHING_YET
      let from: Part['next'] = null
      do {
        const { next, ...part }: Part = await api.audit.verify({ limit: PART, ...(from ? { from } : {}) })
        if (run.current !== mine) return
        found = added(found, part, next === null ? 'done' : 'running')
        setOutcome(found)
        from = next
      } while (from !== null)
    } catch (error) {
      if (run.current === mine) setOutcome({ state: 'failed', error })
    }
  }, [api])
  return { outcome, start, stop }
}

const NOTHING_YET: Checking = {
  state: 'running',
  ...{ entries: 0, total: 0, head: null, problems: [], clockFindings: 0, anchoredBySignatures: 0 },
  restores: [],
}

function added(before: Checking, part: Omit<Part, 'next'>, state: Checking['state']): Checking {
  return {
    ...part,
    state,
    entries: before.entries + part.entries,
    problems: [...before.problems, ...part.problems],
    clockFindings: before.clockFindings + part.clockFindings,
    anchoredBySignatures: before.anchoredBySignatures + part.anchoredBySignatures,
  }
}
