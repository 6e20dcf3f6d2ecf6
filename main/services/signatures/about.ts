import { hash } from 'node:crypto'
import type { z } from 'zod'
import type { QueryContext } from '#main/services/context.ts'
import { invalid, notFound } from '#main/services/failures.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { documentContent, findDocument, revisionsOf } from '#main/store/document-repository.ts'
import { findPatient } from '#main/store/patient-repository.ts'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { type DocumentKind, DocumentPayload } from '#shared/core/documents/payload.ts'
import { type DocumentId, Sha256, type SignatureId } from '#shared/core/ids.ts'
import { attributeName, factNames, valueName } from '#shared/core/names.ts'
import { type Meaning, meanings } from '#shared/core/signatures/meaning.ts'
import type { CountersignatureSubject } from '#shared/core/signatures/subject.ts'
import type { Language, LocalizedText } from '#shared/core/text.ts'
import { documentTitles } from '../documents/titles.ts'
import { blockedIf, type Composition } from './composition.ts'
import { type Digest, digestsOf } from './digest.ts'
import { isCountersigned, stands, summariesOf } from './summaries.ts'

/** A countersignature: the principal investigator's, under a sub-investigator's decision that stands. */
export function composeCountersignature(of: SignatureId, context: QueryContext): Composition {
  const { summary, target, place } = targetOf(of, context)
  const { user } = context
  if (!isCountersigned(summary.kind))
    throw invalid('request.of', 'only a decision on eligibility or a judgement of causality is countersigned')
  const isDone = summary.countersigned !== null || summary.signer.role === 'principal_investigator'
  return {
    subject: { kind: 'countersignature', ...target },
    blockers: [
      ...blockedIf(user.role !== 'principal_investigator', 'not_the_principal_investigator'),
      ...blockedIf(summary.signer.userId === user.id, 'own_signature'),
      ...blockedIf(!stands(summary), 'not_current'),
      ...blockedIf(isDone, 'already_signed'),
    ],
    meanings: ['countersignature'],
    place,
  }
}

/** A withdrawal, with its reason: by who signed, or by a principal investigator. */
export function composeWithdrawal(of: SignatureId, reason: string, context: QueryContext): Composition {
  const { summary, target, place } = targetOf(of, context)
  const { user } = context
  if (summary.kind === 'withdrawal' || summary.kind === 'countersignature')
    throw invalid('request.of', 'a countersignature or withdrawal is not withdrawn')
  const mayWithdraw = user.role === 'principal_investigator' || summary.signer.userId === user.id
  return {
    subject: { kind: 'withdrawal', ...target, reason },
    blockers: [
      ...blockedIf(!mayWithdraw, 'not_the_signer'),
      ...blockedIf(summary.withdrawn !== null, 'not_current'),
    ],
    meanings: ['withdrawal'],
    place,
  }
}

type Target = Omit<z.infer<typeof CountersignatureSubject>, 'kind'>

function targetOf(of: SignatureId, context: QueryContext) {
  const { db } = context
  const [summary] = summariesOf([of], context)
  const digest = digestsOf(db, [of]).get(of)
  if (summary === undefined || digest === undefined) throw notFound('signature', of)
  const { patientId, protocolId, signedAt, training, document } = summary
  const target: Target = {
    ...{ of, patientId, protocolId, signedAt, training },
    sha256: digest.sha256,
    signer: summary.signer.fullName,
    summary: inOneLine(summary, digest, db),
  }
  return { summary, target, place: { patientId, protocolId, of, document } }
}

/** What a signature says, for whom it is countersigned or withdrawn. */
function inOneLine(
  summary: SignatureSummary,
  { judged }: Pick<Digest, 'judged'>,
  db: ReadableDb,
): LocalizedText {
  const { meaning, patientId, protocolId, decision, document } = summary
  const patient = patientId === null ? undefined : findPatient(db, patientId)
  const titled = summary.kind === 'document' && document !== null ? findDocument(db, document) : undefined
  const line = (language: 'en' | 'zh-CN', joint: string, day: string) =>
    [
      meanings[meaning.code].name[language],
      ...(titled ? [documentTitles[titled.kind][language]] : []),
      ...(patient ? [patient.screeningNumber] : []),
      ...(protocolId === null ? [] : [protocolId]),
      ...(decision === null ? [] : [`${day} ${decision.on}`]),
      ...(judged === null ? [] : judgementIn(judged, language)),
    ].join(joint)
  return { en: line('en', ', ', 'as of'), 'zh-CN': line('zh-CN', '，', '登记日') }
}

/** The event as it was called, what was judged towards the product, and the category of WHO-UMC. */
function judgementIn({ term, product, whoUmc }: NonNullable<Digest['judged']>, language: Language): string[] {
  const about = factNames.adverse_event[language]
  const joint = language === 'en' ? ': ' : '：'
  return [
    `${about}${joint}${term}`,
    `${attributeName('product')[language]}${joint}${valueName(product)[language]}`,
    `WHO-UMC${joint}${valueName(whoUmc)[language]}`,
  ]
}

/** How many people sign one document: who made it and who reviewed it. */
const SIGNERS = 2

/** The signature under a kept document that is no record of its own: a log, an extract, a print in another language. */
export function composeDocument(id: DocumentId, context: QueryContext): Composition {
  const { db, user } = context
  const document = findDocument(db, id)
  const content = documentContent(db, id)
  if (document === undefined || content === undefined) throw notFound('document', id)
  const revisions = revisionsOf(db, [id])
  const signed = revisions.flatMap(({ signatureId }) => (signatureId === null ? [] : [signatureId]))
  const earlier = summariesOf(signed, context).filter(({ kind }) => kind !== 'withdrawal')
  const isRecord = revisions[0]?.signatureId != null
  const isOwn = earlier.some(signature => signature.signer.userId === user.id && stands(signature))
  const { training } = DocumentPayload.parse(JSON.parse(content.payload))
  return {
    subject: {
      kind: 'document',
      document: id,
      documentKind: document.kind,
      title: documentTitles[document.kind],
      sha256: Sha256.parse(hash('sha256', content.payload)),
      training,
    },
    blockers: [
      ...blockedIf(content.slots.length === 0, 'not_signable'),
      ...blockedIf(isRecord || isOwn || earlier.length >= SIGNERS, 'already_signed'),
    ],
    meanings: meaningsOf(document.kind),
    place: { patientId: document.patientId, protocolId: document.protocolId, of: null, document: id },
  }
}

/** Trends are reviewed, which is said first; any other document was made by somebody or read. */
function meaningsOf(kind: DocumentKind): readonly Meaning[] {
  return kind === 'chart_review' ? ['trend_review', 'authorship', 'review'] : ['authorship', 'review']
}
