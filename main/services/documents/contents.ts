import { X509Certificate } from 'node:crypto'
import { authorityOf } from '#main/services/authority.ts'
import { describeDer } from '#main/services/certificates.ts'
import type { QueryContext } from '#main/services/context.ts'
import { invalid, notFound } from '#main/services/failures.ts'
import { patientOf } from '#main/services/patients.ts'
import { sealedRecord } from '#main/services/signatures/check.ts'
import { compose } from '#main/services/signatures/compose.ts'
import { todayOf } from '#main/services/signatures/composition.ts'
import { summariesOf } from '#main/services/signatures/summaries.ts'
import { listPatients } from '#main/store/patient-repository.ts'
import { findSignature, signatureIds } from '#main/store/signature-repository.ts'
import type { DocumentRequest } from '#shared/api/documents.ts'
import { AppError } from '#shared/api/errors.ts'
import type { SignatureRequest, SignatureSummary } from '#shared/api/signatures.ts'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { DocumentContent, ScreeningLog, SiteCertificate } from '#shared/core/documents/payload.ts'
import type { SignatureId } from '#shared/core/ids.ts'
import { chartReview } from './chart-review.ts'
import { deviationList } from './deviation-list.ts'
import { caseSummary, saeReport } from './event-case.ts'
import { eventListing } from './event-listing.ts'
import type { About } from './make.ts'
import { sealedContent } from './sealed.ts'
import { trailExtract } from './trail-extract.ts'
import { visitWorksheet } from './visit-worksheet.ts'

/** What a document is to print, and what it is kept under. */
export interface Contents {
  readonly content: DocumentContent
  readonly about: About
}

const ofTheSite: About = { patientId: null, protocolId: null, signatureId: null }

/** What a document that was asked for says. */
export function contentsOf(request: DocumentRequest, context: QueryContext): Contents {
  switch (request.kind) {
    case 'signature':
      return unsigned(request.request, context)
    case 'signed':
      return signedAgain(request.signature, context)
    case 'screening_log':
      return { content: screeningLog(request.on ?? todayOf(context), context), about: ofTheSite }
    case 'trail_extract': {
      const { patientId, from = null, to = null } = request
      const candidate = patientId === null ? null : patientOf(context.db, patientId)
      return {
        content: trailExtract({ candidate, from, to }, context),
        about: { ...ofTheSite, patientId },
      }
    }
    case 'site_certificate':
      return { content: siteCertificate(context), about: ofTheSite }
    case 'visit_worksheet':
      return { content: visitWorksheet(request, context), about: aboutOf(request) }
    case 'chart_review':
      return { content: chartReview(request, context), about: aboutOf(request) }
    case 'deviation_list':
      return { content: deviationList(request, context), about: aboutOf(request) }
    case 'sae_report':
      return saeReport(request, context)
    case 'case_summary':
      return caseSummary(request, context)
    case 'event_listing':
      return { content: eventListing(request, context), about: aboutOf(request) }
  }
}

function aboutOf({ patientId, protocolId }: Pick<About, 'patientId' | 'protocolId'>): About {
  return { patientId, protocolId, signatureId: null }
}

/** What would be signed now. Only decisions and approvals make a document of their own. */
function unsigned(request: SignatureRequest, context: QueryContext): Contents {
  const { subject, blockers, place } = compose(request, context)
  if (subject === null) throw new AppError({ code: 'cannot_sign', blockers: [...blockers] })
  const { patientId, protocolId } = place
  const about = { patientId, protocolId, signatureId: null }
  const content = sealedContent(subject, null)
  if (content !== undefined) return { content, about }
  throw invalid('request.request', 'this signature is added to a document that there is; look at that')
}

/** A signature's own record once more, to be printed in another language. */
function signedAgain(id: SignatureId, { db }: QueryContext): Contents {
  const row = findSignature(db, id)
  if (row === undefined) throw notFound('signature', id)
  const { subject, seal } = sealedRecord(id, db)
  const { patientId, protocolId } = row
  const about = { patientId, protocolId, signatureId: id }
  const content = sealedContent(subject, seal)
  if (content !== undefined) return { content, about }
  throw invalid('request.signature', 'this signature has no document of its own')
}

/** Everyone on the log of a day, with what every protocol answers and what was decided. */
function screeningLog(on: CivilDate, context: QueryContext): ScreeningLog {
  const { db, session, protocols } = context
  const patients = listPatients(db)
  const days = { on, today: todayOf(context) }
  const screened = session.screened.screened(
    patients.map(({ id }) => id),
    days,
    protocols,
  )
  const answers = new Map(screened.map(candidate => [candidate.patientId, candidate.answers]))
  const decisions = latestDecisions(context)
  return {
    kind: 'screening_log',
    on,
    protocols: protocols.map(({ definition: { id, version, title }, sha256 }) => ({
      ...{ id, version, sha256, title },
    })),
    candidates: patients.map(({ id, screeningNumber, initials, sex, birthDate, registrationDate }) => ({
      ...{ screeningNumber, initials, sex },
      birthDate: birthDate ?? null,
      registrationDate: registrationDate ?? null,
      answers: (answers.get(id) ?? []).map(({ protocol, verdict, projected, statement }) => ({
        ...{ protocol: protocol.id, verdict, projected, statement },
        decision: decisions.get(`${id} ${protocol.id}`) ?? null,
      })),
    })),
  }
}

type Decision = ScreeningLog['candidates'][number]['answers'][number]['decision']

/** The newest decision about each candidate and protocol, as a log shows it. */
function latestDecisions(context: QueryContext): Map<string, Decision> {
  const ids = signatureIds(context.db, { kinds: ['eligibility'] })
  // The newest comes first, and the last to be set stays.
  return new Map(summariesOf(ids, context).toReversed().flatMap(decided))
}

function decided(signature: SignatureSummary): (readonly [string, Decision])[] {
  const { id, patientId, protocolId, decision, signer, signedAt, status } = signature
  if (decision === null) return []
  const { verdict, on } = decision
  const shown = { signature: id, verdict, on, signer: signer.fullName, signedAt, status }
  return [[`${patientId} ${protocolId}`, shown]]
}

/** The site's certificate as a page to be kept on paper. */
function siteCertificate({ db }: QueryContext): SiteCertificate {
  const { certificate } = authorityOf(db)
  const { serial, sha256, validFrom, validTo } = describeDer(certificate)
  const subject = new X509Certificate(Buffer.from(certificate, 'base64')).subject.replaceAll('\n', ', ')
  return { kind: 'site_certificate', subject, serial, sha256, validFrom, validTo, certificate }
}
