import type { QueryContext } from '#main/services/context.ts'
import { notFound } from '#main/services/failures.ts'
import { summariesOf as signaturesOf, stands } from '#main/services/signatures/summaries.ts'
import { documentContent, revisionsOf } from '#main/store/document-repository.ts'
import { type ExportRow, findExport, takingsOf } from '#main/store/export-repository.ts'
import type { ExportSummary } from '#shared/api/exports.ts'
import type { ExportManifest } from '#shared/core/documents/export-manifest.ts'
import { DocumentPayload } from '#shared/core/documents/payload.ts'
import type { DocumentId } from '#shared/core/ids.ts'
import { preparedExport } from './in-hand.ts'

/** What telling of exports needs. */
type Telling = Pick<QueryContext, 'db' | 'session' | 'now'>

/** These exports as they stand now. */
export function exportSummaries(rows: readonly ExportRow[], context: Telling): ExportSummary[] {
  const { db, session } = context
  const takings = Map.groupBy(
    takingsOf(
      db,
      rows.map(({ id }) => id),
    ),
    ({ exportId }) => exportId,
  )
  return rows.map(({ id, request, why, documentId, enteredAt, authorId }) => ({
    ...{ id, request, why, enteredAt, manifest: documentId },
    author: authorId,
    signed: isSigned(documentId, context),
    files: [...manifestOf(documentId, context).files],
    taken: (takings.get(id) ?? []).map(taking => ({
      ...{ enteredAt: taking.enteredAt, sha256: taking.sha256, bytes: taking.bytes },
      author: taking.authorId,
    })),
    atHand: preparedExport(session, id) !== undefined,
  }))
}

/** Throws `not_found`. */
export function exportSummary(id: string, context: Telling): ExportSummary {
  const [summary] = exportSummaries([exportOf(id, context)], context)
  if (summary === undefined) throw notFound('export', id)
  return summary
}

/** Throws `not_found`. */
export function exportOf(id: string, { db }: Pick<QueryContext, 'db'>): ExportRow {
  const row = findExport(db, id)
  if (row === undefined) throw notFound('export', id)
  return row
}

/** Whether somebody signed the manifest, and nobody withdrew that. */
export function isSigned(document: DocumentId, context: Telling): boolean {
  const ids = revisionsOf(context.db, [document]).flatMap(({ signatureId }) => signatureId ?? [])
  return signaturesOf(ids, context).some(signature => signature.kind === 'document' && stands(signature))
}

/** What the manifest lists. Throws `not_found` where the document is none. */
export function manifestOf(document: DocumentId, { db }: Pick<QueryContext, 'db'>): ExportManifest {
  const kept = documentContent(db, document)
  if (kept === undefined) throw notFound('document', document)
  const { content } = DocumentPayload.parse(JSON.parse(kept.payload))
  if (content.kind !== 'export_manifest') throw notFound('manifest', document)
  return content
}
