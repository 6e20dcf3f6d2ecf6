import type { QueryContext } from '#main/services/context.ts'
import { settingsOf } from '#main/services/settings.ts'
import { currentFactsOfKind } from '#main/store/fact-repository.ts'
import { patientsAmong } from '#main/store/patient-repository.ts'
import { marksOf, signatureIds, signaturesAbout } from '#main/store/signature-repository.ts'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { boundsOf, type CivilDate } from '#shared/core/civil-date.ts'
import { isWithin } from '#shared/core/eligibility/basis.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import type { PatientId, ProtocolId, SignatureId } from '#shared/core/ids.ts'
import type { SignatureStatus } from '#shared/core/signatures/status.ts'
import { todayOf } from './composition.ts'
import { type Digest, digestsOf } from './digest.ts'

/** What telling how a signature stands needs. */
export type Standing = Pick<QueryContext, 'db' | 'session' | 'now'>

/** These signatures as they stand now, in the order of the ids; those that are not there are left out. */
export function summariesOf(ids: readonly SignatureId[], context: Standing): SignatureSummary[] {
  const { db } = context
  const digests = digestsOf(db, ids)
  const marks = marksOf(db, ids)
  const about = [...digestsOf(db, signaturesAbout(db, ids)).values()]
  const isUsed = usedCover([...digests.values()], context)
  const asksCountersignature = settingsOf(db).countersignature
  return [...digests.values()].map(digest => {
    const own = about.filter(({ of }) => of === digest.id)
    const mark = marks.get(digest.id)
    const countersigned = own.find(({ kind }) => kind === 'countersignature')
    const withdrawn = own.find(({ kind }) => kind === 'withdrawal')
    const status = statusOf(digest, {
      isWithdrawn: withdrawn !== undefined,
      isMarked: mark !== undefined,
      isExpired: isUsed(digest) === false,
      isAwaiting: asksCountersignature && countersigned === undefined,
    })
    return {
      ...asSigned(digest),
      status,
      notCurrent: mark === undefined ? null : { at: mark.at, why: mark.why },
      countersigned: countersigned === undefined ? null : byWhom(countersigned),
      withdrawn: withdrawn === undefined ? null : { ...byWhom(withdrawn), reason: withdrawn.reason ?? '' },
    }
  })
}

function asSigned(digest: Digest) {
  const { id, kind, patientId, protocolId, of, event, meaning, signedAt, decision, documentId, training } =
    digest
  const { userId, fullName, role } = digest.signer
  return {
    ...{ id, kind, patientId, protocolId, of, event, meaning, signedAt, training },
    signer: { userId, fullName, role },
    decision: decision && { ...decision, failing: [...decision.failing] },
    document: documentId,
  }
}

function byWhom({ id, signer, signedAt }: Digest) {
  return { id, by: signer.fullName, at: signedAt }
}

interface Facts {
  readonly isWithdrawn: boolean
  readonly isMarked: boolean
  readonly isExpired: boolean
  readonly isAwaiting: boolean
}

function statusOf({ kind, signer, isReadable }: Digest, facts: Facts): SignatureStatus {
  if (facts.isWithdrawn) return 'withdrawn'
  if (facts.isMarked || !isReadable) return 'not_current'
  if (facts.isExpired) return 'expired'
  const byAnother = isCountersigned(kind) && signer.role === 'sub_investigator'
  return facts.isAwaiting && byAnother ? 'awaiting_countersignature' : 'current'
}

/** Whether the principal investigator signs under what a sub-investigator signed of this kind. */
export function isCountersigned(kind: SignatureSummary['kind']): boolean {
  return kind === 'eligibility' || kind === 'causality'
}

/**
 * For an approval whose days have passed: whether the candidate was registered, enrolled or dosed on one of them.
 * Undefined where its days have not passed, or it has none.
 */
function usedCover(digests: readonly Digest[], context: Standing): (digest: Digest) => boolean | undefined {
  const today = todayOf(context)
  const past = new Map(
    digests.flatMap(digest => {
      const covers = digest.decision?.covers
      return covers && covers.to !== null && covers.to < today ? [[digest.id, covers] as const] : []
    }),
  )
  const patients = digests.flatMap(({ id, patientId }) => (past.has(id) && patientId ? [patientId] : []))
  const days = daysOf(patients, context)
  return ({ id, patientId, protocolId }) => {
    const covers = past.get(id)
    if (covers === undefined || patientId === null || protocolId === null) return undefined
    return days(patientId, protocolId).some(day => isWithin(day, covers))
  }
}

/** The days on which patients were registered, and for a protocol certainly enrolled or dosed. */
function daysOf(
  ids: readonly PatientId[],
  { db }: Standing,
): (patientId: PatientId, protocolId: ProtocolId) => CivilDate[] {
  if (ids.length === 0) return () => []
  const registered = new Map(patientsAmong(db, ids).map(({ id, registrationDate }) => [id, registrationDate]))
  const charted = [...currentFactsOfKind(db, ids, 'enrolment'), ...currentFactsOfKind(db, ids, 'dose')]
  const steps = Map.groupBy(charted, ({ patientId }) => patientId)
  return (patientId, protocolId) => {
    const registration = registered.get(patientId)
    const begun = (steps.get(patientId) ?? []).flatMap(({ fact: { content } }) =>
      begunOn(content, protocolId),
    )
    return registration === undefined ? begun : [registration, ...begun]
  }
}

/** The day on which something began that a signature has to come before. */
function begunOn(content: FactContent, protocolId: ProtocolId): CivilDate[] {
  if (content.kind === 'dose') {
    return content.protocol === protocolId && content.number === 1 ? certainDay(content.from) : []
  }
  if (content.kind !== 'enrolment' || content.protocol !== protocolId) return []
  return content.status === 'enrolled' || content.status === 'dosed' ? certainDay(content.on) : []
}

function certainDay(on: Parameters<typeof boundsOf>[0]): CivilDate[] {
  const { earliest, latest } = boundsOf(on)
  return earliest === latest ? [on.slice(0, 10) as CivilDate] : []
}

/** The eligibility decisions about one candidate and protocol, the newest first. */
export function decisionsAbout(
  { patientId, protocolId }: { readonly patientId: PatientId; readonly protocolId: ProtocolId },
  context: Standing,
): SignatureSummary[] {
  return summariesOf(signatureIds(context.db, { patientId, protocolId, kinds: ['eligibility'] }), context)
}

/** Whether a decision stands, waiting for a countersignature or not. */
export function stands({ status }: Pick<SignatureSummary, 'status'>): boolean {
  return status === 'current' || status === 'awaiting_countersignature'
}
