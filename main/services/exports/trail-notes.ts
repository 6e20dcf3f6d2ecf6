import type { QueryContext } from '#main/services/context.ts'
import type { ExportManifest } from '#shared/core/documents/export-manifest.ts'
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

/** What an entry says of the scope: patients by screening number, as a reader of the trail knows them. */
export function trailScope({ export: id, format, patients, protocolId, pseudonymised }: ExportManifest) {
  const numbers = patients?.map(({ screeningNumber }) => screeningNumber)
  return { export: id, format, patients: numbers ?? 'all', protocol: protocolId ?? 'all', pseudonymised }
}
