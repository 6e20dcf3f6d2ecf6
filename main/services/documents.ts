import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import type { ReadableDb } from '#main/store/connection.ts'
import {
  type DocumentRow,
  findDocument,
  insertDocument,
  insertRevision,
  listDocuments,
  type RevisionRow,
  revisionBytes,
  revisionsOf,
} from '#main/store/document-repository.ts'
import { findPatient } from '#main/store/patient-repository.ts'
import { listUsers } from '#main/store/user-repository.ts'
import type { DocumentRequest, DocumentSummary, documents } from '#shared/api/documents.ts'
import { AppError } from '#shared/api/errors.ts'
import { hasRight } from '#shared/api/rights.ts'
import { DocumentId, Sha256 } from '#shared/core/ids.ts'
import type { QueryContext } from './context.ts'
import { type Contents, contentsOf } from './documents/contents.ts'
import { fileName } from './documents/file-name.ts'
import { makeDocument, print } from './documents/make.ts'
import { payloadOf } from './documents/payload.ts'
import { invalid, notFound } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { transact } from './trail.ts'

type File = z.input<typeof documents.preview.output>

type TrailRequest = Extract<DocumentRequest, { kind: 'trail_extract' }>

const VERIFIER = 'lobule-verifier.html'

export const documentHandlers: AreaHandlers<typeof documents> = {
  list: ({ patientId, protocolId }, context) =>
    summariesOf(listDocuments(context.db, { patientId, protocolId }).filter(isOpenTo(context)), context.db),

  async preview({ request, language }, context) {
    const kept = keptFor(request)
    if (kept !== undefined) return latestFile(kept(context), context)
    const { content, about } = contentsOf(request, context)
    if (request.kind === 'trail_extract') noteReading(request, context)
    const id = DocumentId.parse(context.newId())
    const payload = payloadOf({ id, language, content, at: context.now() }, context)
    const { pdf } = await print(payload, context, true)
    const { createdAt } = payload
    return fileOf({ id, kind: content.kind, ...about, createdAt }, { revision: 0, pdf }, context)
  },

  create: {
    async prepare({ request, language }, context) {
      if (request.kind === 'signature')
        throw invalid('request.kind', 'the signature makes this document; sign it')
      const at = context.now()
      const { content, about }: Contents = contentsOf(request, context)
      const draft = { id: DocumentId.parse(context.newId()), language, content, at }
      const { created, revision, pdf } = await makeDocument(draft, about, context)
      return ({ db, audit, session, user }) => {
        const { id, kind } = created
        const createdAt = session.clock.render(at)
        const entered = { enteredAt: createdAt, authorId: user.id, signatureId: null }
        const sha256 = sha256Of(pdf)
        insertDocument(db, { ...created, createdAt, authorId: user.id })
        insertRevision(db, { documentId: id, revision, sha256, pdf, ...entered })
        const subject = subjectOf(created)
        audit({
          ...{ action: 'document.create', subject, field: `documents.${id}` },
          newValue: { kind, language, sha256 },
        })
        return summaryOf(documentOf(id, { db, user }), db)
      }
    },
  },

  get({ id, revision }, context) {
    const document = documentOf(id, context)
    return {
      summary: summaryOf(document, context.db),
      file: latestFile(document, context, revision),
    }
  },

  export({ id, how }, context) {
    const document = documentOf(id, context)
    const file = latestFile(document, context)
    context.audit({
      action: how === 'print' ? 'document.print' : 'document.export',
      subject: subjectOf(document),
      field: `documents.${id}`,
      newValue: { kind: document.kind, fileName: file.fileName, sha256: file.sha256 },
    })
    return file
  },

  async verifierPage(_input, { documents: { verifierPage } }) {
    try {
      return { fileName: VERIFIER, text: await readFile(verifierPage, 'utf8') }
    } catch (error) {
      throw new AppError({ code: 'unavailable', what: 'the page that verifies' }, { cause: error })
    }
  },
}

/** To look at the trail is a review of it, which is recorded, whether or not the extract is kept (trust.md A5). */
function noteReading({ patientId, from, to }: TrailRequest, context: QueryContext): void {
  const subject = patientId === null ? { kind: 'trail', id: 'preview' } : { kind: 'patient', id: patientId }
  transact(context.session, context, audit =>
    audit({ action: 'audit.preview', subject, newValue: { from: from ?? null, to: to ?? null } }),
  )
}

/** What is about a document that there is looks like that document. */
function keptFor(request: DocumentRequest) {
  if (request.kind !== 'signature') return undefined
  const { request: asked } = request
  if (asked.kind === 'document') return (context: QueryContext) => documentOf(asked.document, context)
  if (asked.kind !== 'countersignature' && asked.kind !== 'withdrawal') return undefined
  return (context: QueryContext) => {
    const kept = listDocuments(context.db, {}).find(({ signatureId, id }) => {
      const [first] = revisionsOf(context.db, [id])
      return signatureId === asked.of && first?.signatureId === asked.of
    })
    if (kept === undefined) throw notFound('signature', asked.of)
    return kept
  }
}

/** Who does not read the trail does not read it in print. */
function isOpenTo({ user }: Pick<QueryContext, 'user'>) {
  return ({ kind }: Pick<DocumentRow, 'kind'>) => kind !== 'trail_extract' || hasRight(user, 'audit.read')
}

/** Throws `not_found`, or `not_permitted` for what the user may not read. */
function documentOf(id: DocumentId, context: Pick<QueryContext, 'db' | 'user'>): DocumentRow {
  const document = findDocument(context.db, id)
  if (document === undefined) throw notFound('document', id)
  if (!isOpenTo(context)(document)) throw new AppError({ code: 'not_permitted', right: 'audit.read' })
  return document
}

function summariesOf(rows: readonly DocumentRow[], db: ReadableDb): DocumentSummary[] {
  const names = new Map(listUsers(db).map(({ id, fullName }) => [id, fullName]))
  const revisions = Map.groupBy(
    revisionsOf(
      db,
      rows.map(({ id }) => id),
    ),
    ({ documentId }) => documentId,
  )
  return rows.map(({ signatureId: _signature, authorId, ...row }) => ({
    ...row,
    createdBy: names.get(authorId) ?? '',
    revisions: (revisions.get(row.id) ?? []).map(shownRevision),
  }))
}

function shownRevision({ revision, sha256, bytes, enteredAt, signatureId }: RevisionRow) {
  return { revision, sha256, bytes, enteredAt, signature: signatureId }
}

function summaryOf(row: DocumentRow, db: ReadableDb): DocumentSummary {
  const [summary] = summariesOf([row], db)
  if (summary === undefined) throw notFound('document', row.id)
  return summary
}

/** The latest revision, or the one asked for. */
function latestFile(document: DocumentRow, context: QueryContext, asked?: number): File {
  const revision = asked ?? revisionsOf(context.db, [document.id]).at(-1)?.revision ?? 0
  const pdf = revisionBytes(context.db, document.id, revision)
  if (pdf === undefined) throw notFound('revision', `${document.id} ${revision}`)
  return fileOf(document, { revision, pdf }, context)
}

function fileOf(
  { id, kind, patientId, protocolId, createdAt }: Omit<DocumentRow, 'authorId' | 'language' | 'signatureId'>,
  { revision, pdf }: { readonly revision: number; readonly pdf: Uint8Array },
  { db, session }: Pick<QueryContext, 'db' | 'session'>,
): File {
  const patient = patientId === null ? undefined : findPatient(db, patientId)
  const named = { siteNumber: session.site.number, screeningNumber: patient?.screeningNumber }
  return {
    fileName: fileName({ ...named, kind, protocol: protocolId, createdAt, id, revision }),
    pdf: Buffer.from(pdf).toString('base64'),
    sha256: sha256Of(pdf),
  }
}

function sha256Of(bytes: Uint8Array): Sha256 {
  return Sha256.parse(hash('sha256', bytes))
}

/** A document stands in the trail of its patient, else of its protocol, else of itself. */
function subjectOf({ id, patientId, protocolId }: Pick<DocumentRow, 'id' | 'patientId' | 'protocolId'>) {
  if (patientId !== null) return { kind: 'patient', id: patientId }
  return protocolId === null ? { kind: 'document', id } : { kind: 'protocol', id: protocolId }
}
