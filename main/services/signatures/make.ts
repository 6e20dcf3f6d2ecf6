import { hash } from 'node:crypto'
import type { SignatureSlot } from '#main/documents/signature-slot.ts'
import type { SignatureBlock } from '#main/documents/signing/signature-block.ts'
import type { MutationContext, QueryContext } from '#main/services/context.ts'
import { type Made as MadeDocument, makeDocument, revise } from '#main/services/documents/make.ts'
import { sealedContent } from '#main/services/documents/sealed.ts'
import type { UnlockedKey } from '#main/services/signing-key.ts'
import { transact } from '#main/services/trail.ts'
import { listEntries, trailHead } from '#main/store/audit-trail.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { insertDocument, insertRevision, revisionsOf } from '#main/store/document-repository.ts'
import { findSignature, insertSignature, type SignatureRow } from '#main/store/signature-repository.ts'
import type { SignatureRequest } from '#shared/api/signatures.ts'
import type { DocumentLanguage } from '#shared/core/documents/payload.ts'
import { DocumentId, Sha256, SignatureId } from '#shared/core/ids.ts'
import { type Meaning, meanings } from '#shared/core/signatures/meaning.ts'
import type { Seal, SignatureHeader } from '#shared/core/signatures/record.ts'
import type { Subject } from '#shared/core/signatures/subject.ts'
import { signedText } from '#shared/verify/verify-seal.ts'
import type { Composition } from './composition.ts'

/** One thing to be signed, composed and reviewed. */
export interface ToSign {
  readonly request: SignatureRequest
  readonly meaning: Meaning
  readonly language: DocumentLanguage
  readonly composition: Composition & { readonly subject: Subject }
  readonly at: Date
  /** What the clock did, as the trail has it before anything of the sitting is kept. */
  readonly clock: SignatureHeader['clock']
}

/** A signature that was made and is not kept yet, with the revision of the document that shows it. */
export interface Made {
  readonly row: SignatureRow
  readonly document: MadeDocument
  readonly meaning: Meaning
  readonly reason: string | undefined
}

/** Signs the record, then the PDF that shows it. */
export async function makeSignature(todo: ToSign, key: UnlockedKey, context: QueryContext): Promise<Made> {
  const { subject, place } = todo.composition
  const header = headerOf(todo, key, context)
  const record = signedText(subject, header)
  const { signText } = await import('#main/documents/signing/sign-text.ts')
  const signature = await signText(record, key.privateKey)
  const certificates = key.chain.map(der => Buffer.from(der).toString('base64'))
  const seal: Seal = { header, signature, certificates }
  const document = await documentOf(todo, seal, key, context)
  const { id, signedAt } = header
  const { patientId, protocolId, of, event = null } = place
  const where = { id, kind: subject.kind, patientId, protocolId, of, event, documentId: document.id }
  const row = { ...where, record, signature, serial: key.serial, signerId: context.user.id, signedAt }
  const reason = subject.kind === 'withdrawal' ? subject.reason : undefined
  return { row, document, meaning: todo.meaning, reason }
}

function headerOf(
  { meaning, at, clock }: ToSign,
  { serial, certificate }: UnlockedKey,
  { session, user, app, db, newId }: QueryContext,
): SignatureHeader {
  const { name, number, storeId, timeZone } = session.site
  const head = trailHead(db)
  if (head === undefined) throw new Error('an opened store has entries')
  return {
    schema: 'lobule.signature/1',
    id: SignatureId.parse(newId()),
    site: { name, number, storeId, timeZone },
    meaning: { code: meaning, statement: meanings[meaning].statement },
    signer: { userId: user.id, loginName: user.loginName, fullName: user.fullName, role: user.role },
    signedAt: session.clock.render(at),
    certificate: { serial, sha256: certificate.sha256 },
    authority: certificate.authority,
    application: { version: app.version, build: app.build },
    clock,
    trail: { seq: head.seq, hash: Sha256.parse(head.hash) },
  }
}

/** Which room of a document a signature takes. */
const SIGNER = 0
const COUNTERSIGNER = 1
const WITHDRAWAL = 2

async function documentOf(
  todo: ToSign,
  seal: Seal,
  key: UnlockedKey,
  context: QueryContext,
): Promise<MadeDocument> {
  const { subject, place } = todo.composition
  const sign = signer(seal, key, context)
  const content = sealedContent(subject, seal)
  if (content !== undefined) {
    const id = DocumentId.parse(context.newId())
    const draft = { id, language: todo.language, content, at: todo.at }
    const { patientId, protocolId } = place
    const about = { patientId, protocolId, signatureId: seal.header.id }
    const made = await makeDocument(draft, about, context)
    const { slots, language } = made.created
    return { ...made, pdf: await sign(made.pdf, { slots, language, index: SIGNER, isFirst: true }) }
  }
  if (place.document === null) throw new Error('a signature without a document')
  const { document, of } = place
  return revise(document, context.db, ({ pdf, slots: whole, language, signed }) => {
    const next = signed === 0 ? SIGNER : COUNTERSIGNER
    const index = subject.kind === 'withdrawal' ? WITHDRAWAL : next
    const slots = of !== null && isShared(of, context.db) ? whole.map(halfOf(document, context.db)) : whole
    return sign(pdf, { slots, language, index, isFirst: signed === 0 })
  })
}

/** Of a decision one signature can be withdrawn; under a document that two people sign, the signatures of both. */
function isShared(of: SignatureId, db: ReadableDb): boolean {
  return findSignature(db, of)?.kind === 'document'
}

/** The upper half of a room, then the lower one: a block is opaque, and the second withdrawal must not hide the first. */
function halfOf(document: DocumentId, db: ReadableDb): (slot: SignatureSlot) => SignatureSlot {
  const signed = revisionsOf(db, [document]).flatMap(({ signatureId }) => signatureId ?? [])
  const isSecond = signed.some(id => findSignature(db, id)?.kind === 'withdrawal')
  return ({ page, rect: [x, y, width, height] }) => {
    return { page, rect: [x, isSecond ? y : y + height / 2, width, height / 2] }
  }
}

interface Room {
  readonly slots: readonly SignatureSlot[]
  readonly language: DocumentLanguage
  readonly index: number
  readonly isFirst: boolean
}

function signer({ header }: Seal, { chain, privateKey }: UnlockedKey, { documents }: QueryContext) {
  return async (pdf: Uint8Array, { slots, language, index, isFirst }: Room): Promise<Uint8Array> => {
    const { signPdf } = await import('#main/documents/signing/sign-pdf.ts')
    const slot = slots[index]
    if (slot === undefined) throw new Error('the document leaves no room for this signature')
    const block: SignatureBlock = { header, language }
    const how = { certificates: chain, privateKey, fonts: documents.fonts, isFirst }
    return signPdf(pdf, { slot, fieldName: `Signature-${header.id}`, block, ...how })
  }
}

/** Keeps a signature with its document, and says so in the trail of what it is about. */
export function keepSignature(made: Made, { db, audit, session, now, user }: MutationContext): void {
  const { row, document, meaning, reason } = made
  const enteredAt = session.clock.render(now())
  insertSignature(db, row)
  if (document.created !== undefined)
    insertDocument(db, { ...document.created, createdAt: row.signedAt, authorId: user.id })
  const sha256 = Sha256.parse(hash('sha256', document.pdf))
  const { id: documentId, revision, pdf } = document
  const entered = { signatureId: row.id, enteredAt, authorId: user.id }
  insertRevision(db, { documentId, revision, sha256, pdf, ...entered })
  audit({
    action: 'signature.sign',
    subject: subjectOf(row, documentId),
    field: `signatures.${row.id}`,
    newValue: {
      meaning,
      ...(row.of === null ? {} : { of: row.of }),
      ...(row.protocolId === null ? {} : { protocol: row.protocolId }),
      sha256: hash('sha256', row.record),
      document: { id: documentId, revision, sha256 },
    },
    ...(reason === undefined ? {} : { reason }),
  })
}

/** A signature stands in the trail of its patient, else of its protocol, else of its document. */
function subjectOf({ patientId, protocolId }: SignatureRow, documentId: DocumentId) {
  if (patientId !== null) return { kind: 'patient', id: patientId }
  if (protocolId !== null) return { kind: 'protocol', id: protocolId }
  return { kind: 'document', id: documentId }
}

/** A clock that moved since the last entry is in the trail before anything is signed under it (trust.md A6). */
export function noteClock(context: QueryContext, at: Date): void {
  const { db, session } = context
  const head = trailHead(db)
  if (head === undefined) return
  const [last] = listEntries(db, { afterSeq: head.seq - 1, limit: 1 })
  const moved = last !== undefined && Date.parse(last.at) > at.getTime()
  if (!moved && last?.offset === session.clock.offsetAt(at)) return
  const subject = { kind: 'store', id: session.site.storeId }
  transact(session, context, audit => audit({ action: 'clock.noticed', subject }))
}
