import type { QueryContext } from '#main/services/context.ts'
import type { ExportRequest } from '#shared/core/exports/request.ts'

/** An export of one patient stands in the trail of that patient, else of the protocol, else of the site. */
export function trailPlace(
  { patients, protocolId }: ExportRequest,
  { session }: Pick<QueryContext, 'session'>,
): { readonly subject: { readonly kind: string; readonly id: string } } {
  const [only] = patients ?? []
  if (only !== undefined && patients?.length === 1) return { subject: { kind: 'patient', id: only } }
  if (protocolId !== null) return { subject: { kind: 'protocol', id: protocolId } }
  return { subject: { kind: 'site', id: session.site.storeId } }
}

/** What an entry says of the scope. */
export function trailScope(id: string, { format, patients, protocolId, pseudonymised }: ExportRequest) {
  return { export: id, format, patients: patients ?? 'all', protocol: protocolId ?? 'all', pseudonymised }
}
