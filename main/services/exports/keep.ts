import { hash } from 'node:crypto'
import type { PackedFile } from '#main/interchange/zip/pack.ts'
import type { MutationContext } from '#main/services/context.ts'
import type { makeDocument } from '#main/services/documents/make.ts'
import { insertDocument, insertRevision } from '#main/store/document-repository.ts'
import { insertExport } from '#main/store/export-repository.ts'
import type { ExportSummary } from '#shared/api/exports.ts'
import type { ExportManifest } from '#shared/core/documents/export-manifest.ts'
import type { ExportRequest } from '#shared/core/exports/request.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { keepPrepared } from './in-hand.ts'
import { exportSummary } from './summaries.ts'
import { trailPlace, trailScope } from './trail-notes.ts'

/** An export that is written and not kept yet. */
export interface Draft {
  readonly id: string
  readonly request: ExportRequest
  readonly why: string
  readonly at: Date
  readonly manifest: ExportManifest
  readonly made: Awaited<ReturnType<typeof makeDocument>>
  readonly files: readonly PackedFile[]
}

/** Keeps the manifest and that it was made; the files stay in hand. */
export function keepExport(draft: Draft, context: MutationContext): ExportSummary {
  const { db, audit, session, user } = context
  const { id, request, why, at, manifest, files } = draft
  const { created, revision, pdf } = draft.made
  const enteredAt = session.clock.render(at)
  const entered = { enteredAt, authorId: user.id }
  const sha256 = Sha256.parse(hash('sha256', pdf))
  insertDocument(db, { ...created, createdAt: enteredAt, authorId: user.id })
  insertRevision(db, { documentId: created.id, revision, sha256, pdf, signatureId: null, ...entered })
  insertExport(db, { id, request, why, documentId: created.id, ...entered })
  audit({
    action: 'export.prepare',
    ...trailPlace(request, context),
    newValue: {
      ...trailScope(manifest),
      ...manifest.counts,
      files: files.length,
      document: created.id,
      sha256,
    },
    reason: why,
  })
  context.afterCommit(() => keepPrepared(session, id, { files }))
  return { ...exportSummary(id, context), atHand: true }
}
