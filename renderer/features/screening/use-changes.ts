import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { Screening } from '#shared/core/eligibility/verdict.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { changesBetween, type ProtocolChange } from './changes.ts'

interface Answer {
  readonly on: CivilDate
  readonly screenings: readonly Screening[]
}

interface Changes {
  readonly changes: readonly ProtocolChange[]
  readonly dismiss: () => void
}

const BEFORE = 'screening-before'

/**
 * What changed since the user last looked: since the candidate was opened, another day asked about, or the changes
 * dismissed. It outlives a visit to the chart, and goes with the candidate and with the session.
 */
export function useChanges(patientId: PatientId, answer: Answer): Changes {
  const queries = useQueryClient()
  const [, showAgain] = useState(0)
  const key = [BEFORE, patientId]
  const before = queries.getQueryData<Answer>(key)
  const isComparable = before !== undefined && before.on === answer.on

  const remember = useCallback(() => {
    queries.setQueryDefaults([BEFORE], { gcTime: Number.POSITIVE_INFINITY })
    queries.removeQueries({ predicate: ({ queryKey: [name, id] }) => name === BEFORE && id !== patientId })
    queries.setQueryData([BEFORE, patientId], answer)
  }, [queries, patientId, answer])
  useEffect(() => {
    if (!isComparable) remember()
  }, [isComparable, remember])

  const dismiss = useCallback(() => {
    remember()
    showAgain(count => count + 1)
  }, [remember])
  return { changes: isComparable ? changesBetween(before.screenings, answer.screenings) : [], dismiss }
}
