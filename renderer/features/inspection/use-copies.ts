import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { CertifiedCopy } from '#shared/api/certified-copies.ts'
import type { AppError } from '#shared/api/errors.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { type Api, useApi } from '../../api/api.tsx'
import { readKey } from '../../api/hooks.ts'

/** Certified copies of one candidate, or of all: the engine lists them chart by chart. */
export function useCopies(patientId: PatientId | undefined): UseQueryResult<CertifiedCopy[], AppError> {
  const api = useApi()
  return useQuery<CertifiedCopy[], AppError>({
    queryKey: readKey('certifiedCopies', 'list', { inspected: patientId ?? 'site' }),
    queryFn: () => copiesOf(api, patientId),
  })
}

async function copiesOf(api: Api, patientId: PatientId | undefined): Promise<CertifiedCopy[]> {
  if (patientId !== undefined) return api.certifiedCopies.list({ patientId })
  const copies: CertifiedCopy[] = []
  for (const { id } of await api.patients.list({}))
    copies.push(...(await api.certifiedCopies.list({ patientId: id })))
  return copies
}
