import type { QueryContext } from '#main/services/context.ts'
import { patientOf } from '#main/services/patients.ts'
import { preparedFor, protocolOf } from '#main/services/protocol-basis.ts'
import { chartOf } from '#main/services/screening-cache.ts'
import { currentFacts } from '#main/store/fact-repository.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import type { CivilDate } from '#shared/core/civil-date.ts'
import { evidenceIds, isWithin } from '#shared/core/eligibility/basis.ts'
import {
  indexChart,
  type PreparedProtocol,
  readingsOf,
  type Screening,
  screen,
} from '#shared/core/eligibility/index.ts'
import { RULES_VERSION } from '#shared/core/eligibility/rules-version.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { FactId, PatientId, ProtocolId, UserId } from '#shared/core/ids.ts'
import type { Blocker } from '#shared/core/signatures/blocker.ts'
import type { Meaning } from '#shared/core/signatures/meaning.ts'
import type { EligibilitySubject } from '#shared/core/signatures/subject.ts'
import { blockedIf, type Composition, todayOf } from './composition.ts'
import { configurationSignature, criteriaIn, protocolIn, readingsIn } from './configuration.ts'
import { decisionsAbout, stands } from './summaries.ts'
import { usedFacts } from './used-facts.ts'

/** A candidate as screened for a decision. */
interface Screened {
  readonly patient: PatientRecord
  readonly prepared: PreparedProtocol
  readonly facts: readonly Fact[]
  readonly today: CivilDate
  readonly screening: Screening
  readonly covers: EligibilitySubject['covers']
}

/** The decision on a candidate that would be signed now. */
export function composeEligibility(
  { patientId, protocolId }: { readonly patientId: PatientId; readonly protocolId: ProtocolId },
  context: QueryContext,
): Composition {
  const screened = screenFor(patientId, protocolId, context)
  const configuration = configurationSignature(screened.prepared, context.db)
  const { verdict } = screened.screening
  const meanings: Meaning[] =
    verdict === 'eligible' ? ['eligibility_approval'] : verdict === 'ineligible' ? ['screen_failure'] : []
  return {
    subject: configuration === undefined ? null : { ...subjectOf(screened, context), configuration },
    blockers: [
      ...blockersOf(screened),
      ...blockedIf(configuration === undefined, 'configuration_not_signed'),
      ...ownJudgements(screened, context.user.id),
      ...blockedIf(isDecided(screened, context), 'already_signed'),
    ],
    meanings,
    place: { patientId, protocolId, of: null, document: null },
  }
}

function screenFor(patientId: PatientId, protocolId: ProtocolId, context: QueryContext): Screened {
  const { db, session, protocols } = context
  const patient = patientOf(db, patientId)
  const prepared = preparedFor(protocolOf(protocolId, protocols), db)
  const today = todayOf(context)
  const on = dayToDecide(patient, today)
  const facts = currentFacts(db, patientId)
  const chart = chartOf(patient, facts, session.site.training)
  const screening = screen(indexChart(chart), prepared, on, { today }, chart.training === true)
  const { verdict, eligible } = screening
  const range = eligible.find(({ from, to }) => (from ?? on) <= on && (to === null || on <= to))
  const covers = verdict === 'eligible' && range ? { from: on, to: range.to } : null
  return { patient, prepared, facts, today, screening, covers }
}

/** A registration that is past or today is decided on as of its day; one ahead is a plan, and today is decided on. */
export function dayToDecide(
  { registrationDate }: Pick<PatientRecord, 'registrationDate'>,
  today: CivilDate,
): CivilDate {
  return registrationDate !== undefined && registrationDate <= today ? registrationDate : today
}

function blockersOf({ prepared, screening, patient, today, covers }: Screened): readonly Blocker[] {
  const { verdict, criteria, projected } = screening
  const open = criteria.filter(({ outcome }) => outcome === 'unknown' || outcome === 'needs_judgement')
  const used = new Set(prepared.criteria.flatMap(({ readings }) => readings.map(({ id }) => id)))
  const unread = readingsOf(prepared.protocol, prepared.site).filter(
    ({ id, scope }) => (scope === 'eligibility' || used.has(id)) && prepared.readings[id] === undefined,
  )
  const planned = patient.registrationDate
  const isAhead = planned !== undefined && planned > today && covers !== null && !isWithin(planned, covers)
  const { criteriaMissing } = prepared
  return [
    ...blockedIf(criteriaMissing, 'criteria_missing'),
    ...blockedIf(
      !criteriaMissing && verdict === 'undetermined',
      'undetermined',
      open.map(({ label }) => label),
    ),
    ...blockedIf(projected, 'projected'),
    ...blockedIf(isAhead, 'registration_ahead', planned === undefined ? [] : [planned]),
    ...blockedIf(
      unread.length > 0,
      'readings_open',
      unread.map(({ id }) => id),
    ),
  ]
}

/** A judgement cannot be signed for somebody else: one of those that agree must be the signer's own entry. */
function ownJudgements({ screening, facts }: Screened, signer: UserId): readonly Blocker[] {
  const authors = new Map(
    facts.flatMap(({ id, content, author }) => (content.kind === 'judgement' ? [[id, author]] : [])),
  )
  const labels = screening.criteria
    .filter(({ evidence }) => {
      const judges = evidence.flatMap(({ fact }) => authors.get(fact) ?? [])
      return judges.length > 0 && !judges.includes(signer)
    })
    .map(({ label }) => label)
  return blockedIf(labels.length > 0, 'judgement_not_own', labels)
}

/**
 * An approval that stands and covers the day answers the same question; so does a failure that stands, until the
 * verdict is another.
 */
function isDecided({ patient, screening, prepared }: Screened, context: QueryContext): boolean {
  const about = { patientId: patient.id, protocolId: prepared.protocol.definition.id }
  return decisionsAbout(about, context).some(signature => {
    const { decision } = signature
    if (decision === null || !stands(signature) || decision.verdict !== screening.verdict) return false
    return decision.covers === null || isWithin(screening.on, decision.covers)
  })
}

function subjectOf(
  { patient, prepared, facts, today, screening, covers }: Screened,
  { db, session, user }: QueryContext,
): Omit<EligibilitySubject, 'configuration'> {
  const { candidate } = chartOf(patient, [], session.site.training)
  const evidence = evidenceIds(screening)
  const used = usedFacts(
    facts.filter(({ id }) => evidence.has(id)),
    db,
  )
  return {
    kind: 'eligibility',
    patientId: patient.id,
    candidate: { ...candidate, version: patient.version },
    protocol: protocolIn(prepared),
    rules: RULES_VERSION,
    readings: readingsIn(prepared, db),
    criteria: criteriaIn(prepared),
    on: screening.on,
    today,
    screening,
    facts: used,
    judgements: judgementsIn(
      screening,
      facts.filter(({ author }) => author === user.id),
    ),
    covers,
    training: screening.training,
  }
}

/** The signer's own among the judgements that the criteria rest on. */
function judgementsIn(screening: Screening, own: readonly Fact[]): EligibilitySubject['judgements'] {
  const contents = new Map<FactId, Fact['content']>(own.map(({ id, content }) => [id, content]))
  return screening.criteria.flatMap(({ label, evidence }) =>
    evidence.flatMap(({ fact }) => {
      const content = contents.get(fact)
      if (content?.kind !== 'judgement') return []
      const { question, answer, ground, on } = content
      return [{ label, question, answer, ground, on }]
    }),
  )
}
