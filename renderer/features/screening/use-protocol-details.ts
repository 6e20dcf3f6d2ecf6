import { useQueries } from '@tanstack/react-query'
import type { ProtocolId } from '#shared/core/ids.ts'
import { useApi } from '../../api/api.tsx'
import { readKey } from '../../api/hooks.ts'
import type { ProtocolDetails } from '../protocols/protocol-details.ts'

/** The details of several protocols by id, as far as they have arrived. */
export function useProtocolDetails(
  ids: readonly ProtocolId[],
): (id: ProtocolId) => ProtocolDetails | undefined {
  const api = useApi()
  const loaded = useQueries({
    queries: ids.map(id => ({
      queryKey: readKey('protocols', 'get', { id }),
      queryFn: () => api.protocols.get({ id }),
    })),
  })
  return id => loaded[ids.indexOf(id)]?.data
}
