import { useQueries } from '@tanstack/react-query'
import type { ProtocolId } from '#shared/core/ids.ts'
import { useApi } from '../../../api/api.tsx'
import { readKey, useRead } from '../../../api/hooks.ts'

interface Cohort {
  readonly protocol: ProtocolId
  readonly id: string
  readonly title: string
}

/** The cohorts that the site has entered, of one protocol or of all. */
export function useCohorts(protocol: ProtocolId | undefined): readonly Cohort[] {
  const api = useApi()
  const { data: protocols = [] } = useRead('protocols', 'list', {})
  const ids = protocols.map(({ id }) => id).filter(id => protocol === undefined || id === protocol)
  return useQueries({
    queries: ids.map(protocolId => ({
      queryKey: readKey('conduct', 'get', { protocolId }),
      queryFn: () => api.conduct.get({ protocolId }),
    })),
    combine: answers =>
      answers.flatMap(({ data }) => {
        const content = data?.safety?.content
        return content?.cohorts.map(cohort => ({ protocol: content.protocol, ...cohort })) ?? []
      }),
  })
}
