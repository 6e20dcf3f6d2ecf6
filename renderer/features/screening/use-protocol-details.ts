import { useQueries } from '@tanstack/react-query'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { Reading } from '#shared/core/protocol/reading.ts'
import type { Api } from '../../api/api.tsx'
import { useApi } from '../../api/api.tsx'
import { readKey } from '../../api/hooks.ts'

/** A protocol with what the site entered and chose for it. */
export type ProtocolDetails = Awaited<ReturnType<Api['protocols']['get']>>

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

/** Every reading that a site can choose for a protocol: the definition's, then those of the site's own criteria. */
export function readingsIn({ definition, criteria }: ProtocolDetails): readonly Reading[] {
  return [...definition.readings, ...(criteria?.criteria.readings ?? [])]
}
