import type { QueryContext } from '#main/services/context.ts'
import { patientOf } from '#main/services/patients.ts'
import { preparedFor, protocolOf } from '#main/services/protocol-basis.ts'
import { chartOf } from '#main/services/screening-cache.ts'
import { todayOf } from '#main/services/signatures/composition.ts'
import { digestsOf } from '#main/services/signatures/digest.ts'
import { decisionsAbout } from '#main/services/signatures/summaries.ts'
import { latestTime } from '#main/store/clock-findings.ts'
import { currentFacts } from '#main/store/fact-repository.ts'
import type { TakenStep } from '#shared/api/enrolment.ts'
import { AppError, type GateReason } from '#shared/api/errors.ts'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import {
  boundsOf,
  type CivilDate,
  dateOf,
  dayOf,
  type EventTime,
  localDateOf,
} from '#shared/core/civil-date.ts'
import { isWithin } from '#shared/core/eligibility/basis.ts'
import { type IndexedChart, indexChart, verdictOn } from '#shared/core/eligibility/index.ts'
import { latestOn } from '#shared/core/eligibility/latest.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId, ProtocolId, SignatureId } from '#shared/core/ids.ts'
import { laterDoseReasons } from './later-dose.ts'
import { visitReasons } from './post-dose-visit.ts'

/** A step of a candidate in a protocol, on the days that its time can stand for. */
export interface Step {
  readonly patientId: PatientId
  readonly protocolId: ProtocolId
  readonly step: TakenStep
  /** Which dose, where it is one after the first, or the one that a visit comes after. */
  readonly number?: number | null | undefined
  readonly on: EventTime
  /** A later dose that was given, and is not only planned. */
  readonly isGiven?: boolean
}

/** Whether a step may be taken, what is missing, and the signature that opens it. */
export interface Gate {
  readonly open: boolean
  readonly reasons: readonly GateReason[]
  readonly signature: SignatureId | null
}

/** What is charted of a patient before a change and after it. */
export interface ChartChange {
  readonly patientId: PatientId
  readonly before: readonly Fact[]
  readonly after: readonly Fact[]
}

/** What asking the gate takes. */
export type Reading = Pick<QueryContext, 'db' | 'session' | 'now' | 'protocols'>

/**
 * Consent first, then an eligibility signature that covers the day (trust.md F1); before a later dose what the site
 * asks for; before a visit counted from a dose only that dose. `facts` where others are about to be
 * charted together with the step. Whether the signature is sound is for `sealed` to say.
 */
export function gateFor(
  step: Step,
  context: Reading,
  facts: readonly Fact[] = currentFacts(context.db, step.patientId),
): Gate {
  const { db, session } = context
  if (step.step === 'post_dose_visit') return visitGate(step, { context, facts })
  const chart = indexChart(chartOf(patientOf(db, step.patientId), [...facts], session.site.training))
  if (step.step === 'later_dose') return laterDoseGate(step, { context, facts, chart })
  const signature = decidingSignature(step, context)
  const reasons = [
    ...(hasConsent(step, chart) ? [] : (['no_consent'] as const)),
    ...signatureReasons(step, signature, chart),
    ...(isExcluded(step, signature, { ...context, chart }) ? (['no_longer_eligible'] as const) : []),
  ]
  return {
    open: reasons.length === 0,
    reasons,
    signature: reasons.length === 0 ? (signature?.id ?? null) : null,
  }
}

/** A visit stands on no signature and asks for no consent: what a dose stood on was asked before it. */
function visitGate(step: Step, { context, facts }: { context: Reading; facts: readonly Fact[] }): Gate {
  const contents = facts.map(({ content }) => content)
  const reasons = visitReasons(step, contents, context)
  return { open: reasons.length === 0, reasons, signature: null }
}

/** A dose after the first opens with no signature of its own: what the first one stood on was signed for all. */
function laterDoseGate(
  step: Step,
  { context, facts, chart }: { context: Reading; facts: readonly Fact[]; chart: IndexedChart },
): Gate {
  const consent = hasConsent(step, chart) ? [] : (['no_consent'] as const)
  const reasons = [...consent, ...laterDoseReasons(step, facts, context)]
  return { open: reasons.length === 0, reasons, signature: null }
}

/** The refusal of what the gate keeps out. */
export function closed(reasons: Gate['reasons']): AppError {
  return new AppError({ code: 'gate_closed', reasons: [...new Set(reasons)] })
}

/** Whether a step that stood on a consent stands on none any more. */
export function losesConsent(
  step: Step,
  { patientId, before, after }: ChartChange,
  context: Reading,
): boolean {
  const { db, session } = context
  const patient = patientOf(db, patientId)
  const [had, has] = [before, after].map(facts =>
    hasConsent(step, indexChart(chartOf(patient, [...facts], session.site.training))),
  )
  return had === true && has === false
}

/**
 * A consent to this protocol that is signed, and not withdrawn, as of the first day that the step can be on; of that day
 * what lies after the step by the clock is left out.
 */
function hasConsent({ protocolId, on }: Step, chart: IndexedChart): boolean {
  const consents = chart.of('consent').filter(({ attributes, fact: { content } }) => {
    const isLater = content.kind === 'consent' && isAfterByClock(content.on, on)
    return attributes['protocol'] === protocolId && !isLater
  })
  const { records, certain } = latestOn(consents, boundsOf(on).earliest)
  return certain && records.every(({ attributes }) => attributes['status'] === 'signed')
}

/** False where one of the two is known to the day only. */
function isAfterByClock(time: EventTime, other: EventTime): boolean {
  return time.length > 10 && other.length > 10 && Date.parse(time) > Date.parse(other)
}

/**
 * The newest decision that was there on the day; one that was withdrawn decides nothing. An approval whose days have
 * passed still covered them: what happened on one of them can be charted later.
 */
function decidingSignature(step: Step, context: Reading): SignatureSummary | undefined {
  const last = boundsOf(step.on).latest
  return decisionsAbout(step, context).find(
    signature => signature.status !== 'withdrawn' && signedBy(signature, context) <= last,
  )
}

/** The day by which it was certainly signed: where the clock had been set back, the latest that the trail had seen. */
function signedBy({ id, signedAt }: SignatureSummary, { db, session }: Reading): number {
  const digest = digestsOf(db, [id]).get(id)
  const seen = digest?.isTimeInDoubt === true ? latestTime(db, digest.trailSeq) : undefined
  const times = [signedAt, ...(seen === undefined ? [] : [session.clock.render(new Date(seen))])]
  return Math.max(...times.map(time => dayOf(localDateOf(time))))
}

function signatureReasons(
  step: Step,
  signature: SignatureSummary | undefined,
  chart: IndexedChart,
): readonly GateReason[] {
  if (signature === undefined) return ['no_signature']
  const { status, decision } = signature
  if (status === 'not_current' || status === 'awaiting_countersignature') return ['signature_not_current']
  if (decision?.verdict !== 'eligible' || decision.covers === null) return ['not_eligible']
  return isCovered(step, decision.covers, chart) ? [] : ['outside_days']
}

/**
 * An approval is about the day that it decided. Until the candidate is registered its days end where the record, as it
 * is charted now, excludes them; what it leaves open changes nothing.
 */
export function isExcluded(
  step: Step,
  signature: SignatureSummary | undefined,
  { db, protocols, chart, ...context }: Reading & { readonly chart: IndexedChart },
): boolean {
  const covers = signature?.decision?.covers
  if (!covers || !liesWithin(step.on, covers) || hasBegun(step, covers, chart)) return false
  const prepared = preparedFor(protocolOf(step.protocolId, protocols), db)
  const on = dateOf(boundsOf(step.on).earliest)
  return verdictOn(chart, prepared, on, { today: todayOf(context) }).verdict === 'ineligible'
}

type Covers = { readonly from: CivilDate; readonly to: CivilDate | null }

/** Enrolment on a covered day; a dose also later, where registration or enrolment was on one. */
function isCovered({ step, on, protocolId }: Step, covers: Covers, chart: IndexedChart): boolean {
  if (liesWithin(on, covers)) return true
  if (step === 'enrolment' || boundsOf(on).latest < dayOf(covers.from)) return false
  return hasBegun({ step, protocolId }, covers, chart)
}

/** Registered on a covered day; for a dose also enrolled on one. */
function hasBegun(
  { step, protocolId }: Pick<Step, 'step' | 'protocolId'>,
  covers: Covers,
  chart: IndexedChart,
): boolean {
  const registration = chart.candidate.registrationDate
  if (registration !== undefined && isWithin(registration, covers)) return true
  if (step === 'enrolment') return false
  return chart.of('enrolment').some(({ fact: { content } }) => {
    const isEnrolment = content.kind === 'enrolment' && content.status === 'enrolled'
    return isEnrolment && content.protocol === protocolId && liesWithin(content.on, covers)
  })
}

/** A time that is known to the month lies within where each of its days does. */
function liesWithin(on: EventTime, { from, to }: Covers): boolean {
  const { earliest, latest } = boundsOf(on)
  return earliest >= dayOf(from) && (to === null || latest <= dayOf(to))
}
