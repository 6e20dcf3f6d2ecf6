import { useEffect, useRef, useState } from 'react'
import type { Finding } from '#shared/verify/findings.ts'
import type { PdfReport } from '#shared/verify/verify-pdf.ts'
import { useApi } from '../../api/api.tsx'
import { besideTrail } from './beside-trail.ts'
import { checkGiven, type Expected } from './check-file.ts'
import type { Given } from './given.ts'

/** What was given, and what was found; `report` null where the page itself could not read it. */
export interface Check {
  readonly id: number
  readonly given: Given
  readonly report?: PdfReport | null
  /** What the trail of this store says of it; empty where the file is of another site, null where it could not be asked. */
  readonly inStore?: readonly Finding[] | null
}

/** The files of this screen, the latest first; all are checked anew where another certificate is expected. */
export function useChecks(expected: Expected) {
  const api = useApi()
  const [checks, setChecks] = useState<readonly Check[]>([])
  const count = useRef(0)
  const known = useRef<readonly Check[]>([])
  known.current = checks

  const run = useRef(async (check: Check, against: Expected) => {
    const report = await checkGiven(check.given, against).catch(() => null)
    const inStore = report === null ? [] : await besideTrail(report, api).catch(() => null)
    if (latest.current !== against) return
    setChecks(all => all.map(one => (one.id === check.id ? { ...one, report, inStore } : one)))
  })
  const latest = useRef(expected)

  useEffect(() => {
    latest.current = expected
    setChecks(all => all.map(({ id, given }) => ({ id, given })))
    for (const check of known.current) void run.current(check, expected)
  }, [expected])

  const add = (all: readonly Given[]) => {
    const added = all.map(given => {
      count.current += 1
      return { id: count.current, given }
    })
    setChecks(earlier => [...added, ...earlier])
    for (const check of added) void run.current(check, expected)
  }
  return { checks, add }
}
