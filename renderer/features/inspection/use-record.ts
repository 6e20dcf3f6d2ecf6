import { useRead } from '../../api/hooks.ts'
import type { InspectedRecord } from './figures.ts'

/** Documents, signatures, deviations and events of the whole site; undefined until all are there. */
export function useRecord() {
  const documents = useRead('documents', 'list', {})
  const signatures = useRead('signatures', 'list', {})
  const deviations = useRead('deviations', 'list', {})
  const events = useRead('adverseEvents', 'list', {})
  const failed = [documents, signatures, deviations, events].find(({ error, data }) => error && !data)
  const record: InspectedRecord | undefined =
    documents.data && signatures.data && deviations.data && events.data
      ? {
          documents: documents.data,
          signatures: signatures.data,
          deviations: deviations.data,
          events: events.data.events,
        }
      : undefined
  return { record, now: events.data?.now, failed }
}
