import type { Surroundings, Writing } from '#main/services/context.ts'
import { preparedFor } from '#main/services/protocol-basis.ts'
import { chartOf } from '#main/services/screening-cache.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { currentFacts } from '#main/store/fact-repository.ts'
import { findPatient } from '#main/store/patient-repository.ts'
import {
  findSignature,
  insertMark,
  type SignatureRow,
  signedDefinitions,
  standingSignatures,
} from '#main/store/signature-repository.ts'
import type { SiteRecord } from '#main/store/site-repository.ts'
import { CAUSALITY_RULES } from '#shared/core/adverse-events/causality-rules.ts'
import { askedOf, basisOf, basisOn, differenceOf } from '#shared/core/eligibility/basis.ts'
import { indexChart, type PreparedProtocol } from '#shared/core/eligibility/index.ts'
import { RULES_VERSION } from '#shared/core/eligibility/rules-version.ts'
import type { PatientId, ProtocolId, SignatureId, UserId } from '#shared/core/ids.ts'
import type { BasisChange, Invalidation } from '#shared/core/signatures/change.ts'
import { SignedRecord } from '#shared/core/signatures/record.ts'
import type { EligibilitySubject, Subject } from '#shared/core/signatures/subject.ts'
import { causalityChanges } from './causality-changes.ts'
import { configurationChanges } from './configuration.ts'

/** What marking takes: to write with who and when, the protocols, and the site. */
export interface Marking extends Writing, Pick<Surroundings, 'protocols'> {
  readonly session: Writing['session'] & { readonly site: SiteRecord }
}

/**
 * After a change to a patient's record or chart, in its transaction: marks each decision about them that used what
 * changed, or would have used what was added (trust.md E6).
 */
export function markPatient(patientId: PatientId, context: Marking): void {
  markAll(standingSignatures(context.db, { patientId }), context)
}

/** After a change to a protocol's readings, site criteria or choices of charting, in its transaction. */
export function markProtocol(protocolId: ProtocolId, context: Marking): void {
  markAll(standingSignatures(context.db, { protocolId }), context)
}

/**
 * At the opening of a store: marks what was signed under another definition or other rules than this version of Lobule
 * has.
 */
export function markOutdated(context: Marking): void {
  const outdated = signedDefinitions(context.db).filter(({ kind, protocolId, sha256, rules }) => {
    const known = context.protocols.find(({ definition }) => definition.id === protocolId)
    const isDefinedAnew = protocolId !== null && known?.sha256 !== sha256
    return isDefinedAnew || (rules !== null && rules !== rulesOf(kind))
  })
  markAll(
    outdated.map(({ id }) => id),
    context,
  )
}

/** By which rules this version of Lobule computes what is signed. */
function rulesOf(kind: SignatureRow['kind']): string {
  return kind === 'causality' ? CAUSALITY_RULES : RULES_VERSION
}

function markAll(ids: readonly SignatureId[], context: Marking): void {
  for (const id of ids) {
    const row = findSignature(context.db, id)
    const subject = row && subjectOf(row.record)
    if (row === undefined || subject === undefined) continue
    const why = invalidationOf(subject, row.signerId, context)
    if (why !== null) mark(id, subject, why, context)
  }
}

/** A record that somebody made unreadable is told by its own check, and keeps nobody from charting. */
function subjectOf(record: string): Subject | undefined {
  try {
    return SignedRecord.parse(JSON.parse(record)).subject
  } catch {
    return undefined
  }
}

function mark(id: SignatureId, subject: Subject, why: Invalidation, context: Marking): void {
  const { db, audit, session, now, user } = context
  insertMark(db, { signature: id, why, at: session.clock.render(now()), authorId: user.id })
  audit({
    action: 'signature.not_current',
    subject: placeOf(subject),
    field: `signatures.${id}`,
    newValue: why,
  })
}

/** Only decisions, approvals and judgements are marked: each is about a patient or a protocol. */
function placeOf(subject: Subject) {
  if (subject.kind === 'configuration') return { kind: 'protocol', id: subject.protocol.id }
  const patientId = 'patientId' in subject ? subject.patientId : null
  return { kind: 'patient', id: patientId ?? '' }
}

function invalidationOf(subject: Subject, signer: UserId, context: Marking): Invalidation | null {
  switch (subject.kind) {
    case 'configuration':
      return because(configurationChanges(subject, preparedNow(subject.protocol.id, context)))
    case 'causality':
      return because(causalityChanges(subject, signer, context))
    case 'eligibility':
      return decisionChanged(subject, context)
    case 'countersignature':
    case 'withdrawal':
    case 'document':
      return null
  }
}

function because(changes: BasisChange[]): Invalidation | null {
  return changes.length === 0 ? null : { changes, verdict: null }
}

function preparedNow(
  id: ProtocolId,
  { db, protocols }: { readonly db: ReadableDb } & Pick<Surroundings, 'protocols'>,
): PreparedProtocol | undefined {
  const protocol = protocols.find(({ definition }) => definition.id === id)
  return protocol && preparedFor(protocol, db)
}

/** Asks the signed question again, of what is charted and chosen now. */
function decisionChanged(subject: EligibilitySubject, context: Marking): Invalidation | null {
  const { db, session } = context
  const was = basisOf(subject)
  const patient = findPatient(db, subject.patientId)
  if (patient === undefined || patient.removed) {
    return { changes: [{ item: 'candidate', field: 'removed', was: null, now: 'true' }], verdict: null }
  }
  const prepared = preparedNow(subject.protocol.id, context)
  if (prepared === undefined) {
    return { changes: [{ item: 'protocol', was: subject.protocol.version, now: '–' }], verdict: null }
  }
  const charted = currentFacts(db, patient.id)
  const lastEntry = subject.screening.lastEntryOn ?? undefined
  const chart = indexChart(chartOf(patient, charted, session.site.training), lastEntry)
  const now = basisOn(chart, prepared, { on: subject.on, today: subject.today, rules: RULES_VERSION })
  const decided = subject.covers ?? { from: subject.on, to: subject.on }
  return differenceOf(was, now, { asked: askedOf(prepared), decided, charted })
}
