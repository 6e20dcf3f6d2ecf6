import type { Surroundings, Writing } from '#main/services/context.ts'
import { preparedFor } from '#main/services/protocol-basis.ts'
import { chartOf } from '#main/services/screening-cache.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { currentFacts } from '#main/store/fact-repository.ts'
import { findPatient } from '#main/store/patient-repository.ts'
import {
  findSignature,
  insertMark,
  signedDefinitions,
  standingSignatures,
} from '#main/store/signature-repository.ts'
import type { SiteRecord } from '#main/store/site-repository.ts'
import { askedOf, basisOf, basisOn, differenceOf } from '#shared/core/eligibility/basis.ts'
import { indexChart, type PreparedProtocol } from '#shared/core/eligibility/index.ts'
import { RULES_VERSION } from '#shared/core/eligibility/rules-version.ts'
import type { PatientId, ProtocolId, SignatureId } from '#shared/core/ids.ts'
import type { Invalidation } from '#shared/core/signatures/change.ts'
import { SignedRecord } from '#shared/core/signatures/record.ts'
import type { EligibilitySubject, Subject } from '#shared/core/signatures/subject.ts'
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

/** After a change to a protocol's readings or site criteria, in its transaction. */
export function markProtocol(protocolId: ProtocolId, context: Marking): void {
  markAll(standingSignatures(context.db, { protocolId }), context)
}

/**
 * At the opening of a store: marks what was signed under another definition or other rules than this version of Lobule
 * has.
 */
export function markOutdated(context: Marking): void {
  const outdated = signedDefinitions(context.db).filter(({ protocolId, sha256, rules }) => {
    const known = context.protocols.find(({ definition }) => definition.id === protocolId)
    return known?.sha256 !== sha256 || (rules !== null && rules !== RULES_VERSION)
  })
  markAll(
    outdated.map(({ id }) => id),
    context,
  )
}

function markAll(ids: readonly SignatureId[], context: Marking): void {
  for (const id of ids) {
    const row = findSignature(context.db, id)
    const subject = row && subjectOf(row.record)
    if (subject === undefined) continue
    const why = invalidationOf(subject, context)
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
    subject:
      subject.kind === 'eligibility'
        ? { kind: 'patient', id: subject.patientId }
        : { kind: 'protocol', id: subject.kind === 'configuration' ? subject.protocol.id : '' },
    field: `signatures.${id}`,
    newValue: why,
  })
}

function invalidationOf(subject: Subject, context: Marking): Invalidation | null {
  if (subject.kind === 'configuration') {
    const changes = configurationChanges(subject, preparedNow(subject.protocol.id, context))
    return changes.length === 0 ? null : { changes, verdict: null }
  }
  return subject.kind === 'eligibility' ? decisionChanged(subject, context) : null
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
