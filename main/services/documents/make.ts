import type { SignatureSlot } from '#main/documents/signature-slot.ts'
import type { QueryContext } from '#main/services/context.ts'
import { notFound } from '#main/services/failures.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import {
  type DocumentContentRow,
  type DocumentRow,
  documentContent,
  findDocument,
  revisionBytes,
  revisionsOf,
} from '#main/store/document-repository.ts'
import type { DocumentLanguage, DocumentPayload } from '#shared/core/documents/payload.ts'
import type { DocumentId } from '#shared/core/ids.ts'
import { type Draft, payloadOf, payloadText } from './payload.ts'

/** What a document is kept under. */
export type About = Pick<DocumentRow, 'patientId' | 'protocolId' | 'signatureId'>

type NewDocument = Omit<DocumentRow, 'createdAt' | 'authorId'> & DocumentContentRow

/** A revision that was made and is not kept yet; `created` where it is the first. */
export interface Made {
  readonly id: DocumentId
  readonly revision: number
  readonly pdf: Uint8Array
  readonly created: NewDocument | undefined
}

/** Prints a new document. */
export async function makeDocument(
  draft: Draft,
  about: About,
  context: QueryContext,
): Promise<Made & { readonly created: NewDocument }> {
  const payload = payloadOf(draft, context)
  const { pdf, slots } = await print(payload, context)
  const { id, language, content } = draft
  const created = { id, kind: content.kind, language, ...about, payload: payloadText(payload), slots }
  return { id, revision: 1, pdf, created }
}

/** Prints a payload; the same one gives the same bytes. The library is read when it is first needed. */
export async function print(
  payload: DocumentPayload,
  { documents }: Pick<QueryContext, 'documents'>,
  preview = false,
): Promise<{ readonly pdf: Uint8Array; readonly slots: DocumentContentRow['slots'] }> {
  const { renderDocument } = await import('#main/documents/render.ts')
  const { pdf, slots } = await renderDocument(payload, { fonts: documents.fonts, preview })
  return {
    pdf,
    slots: slots.map(({ page, rect: [x, y, width, height] }) => ({ page, rect: [x, y, width, height] })),
  }
}

/** The latest revision of a document, to be signed further. */
interface Latest {
  readonly pdf: Uint8Array
  readonly slots: readonly SignatureSlot[]
  readonly language: DocumentLanguage
  /** How many signatures it has. */
  readonly signed: number
}

/** The next revision of a document: the latest with something added. */
export async function revise(
  id: DocumentId,
  db: ReadableDb,
  add: (latest: Latest) => Promise<Uint8Array>,
): Promise<Made> {
  const document = findDocument(db, id)
  const content = documentContent(db, id)
  const revisions = revisionsOf(db, [id])
  const revision = revisions.at(-1)?.revision ?? 0
  const pdf = revisionBytes(db, id, revision)
  if (document === undefined || content === undefined || pdf === undefined) throw notFound('document', id)
  const signed = revisions.filter(({ signatureId }) => signatureId !== null).length
  const { language } = document
  const next = await add({ pdf, slots: content.slots, language, signed })
  return { id, revision: revision + 1, pdf: next, created: undefined }
}
