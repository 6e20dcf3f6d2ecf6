import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useRight } from '../../session/session.tsx'

const KEY = ['log', 'order']

/** Keeps the order in which the log shows its lines; it leaves with the session, as all that was read. */
export function keepLogOrder(queries: QueryClient, order: readonly PatientId[]): void {
  queries.setQueryData(KEY, order)
}

/** The candidates before and after one, in the order of the log; none while privacy mode is on. */
export function useNeighbours(patientId: PatientId) {
  const queries = useQueryClient()
  const { isOn } = usePrivacy()
  const mayRead = useRight('patients.read')
  const { data: patients = [] } = useRead('patients', 'list', {}, { enabled: mayRead && !isOn })
  if (isOn) return undefined
  const kept = queries.getQueryData<readonly PatientId[]>(KEY)
  const order = kept?.includes(patientId) ? kept : patients.map(({ id }) => id)
  const place = order.indexOf(patientId)
  if (place < 0) return undefined
  return { place, count: order.length, before: order[place - 1], after: order[place + 1] }
}
