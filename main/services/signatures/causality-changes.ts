import { siteDayOf } from '#main/services/trends/site-day.ts'
import { enrolledIn } from '#main/services/trends/source.ts'
import { currentFacts } from '#main/store/fact-repository.ts'
import { findPatient } from '#main/store/patient-repository.ts'
import { chartAsOf } from '#shared/core/adverse-events/as-of.ts'
import { CAUSALITY_RULES } from '#shared/core/adverse-events/causality-rules.ts'
import { factChanges } from '#shared/core/eligibility/basis.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { ProtocolId, UserId } from '#shared/core/ids.ts'
import type { BasisChange } from '#shared/core/signatures/change.ts'
import type { CausalitySubject } from '#shared/core/signatures/subject.ts'
import { type CausalityBasis, causalityBasis } from './causality-basis.ts'

type Computing = Parameters<typeof causalityBasis>[2]

/** What a signed judgement rested on and that is another now; empty where it still rests on the same (trust.md E6). */
export function causalityChanges(
  subject: CausalitySubject,
  signer: UserId,
  context: Computing,
): BasisChange[] {
  const patient = findPatient(context.db, subject.patientId)
  if (patient === undefined || patient.removed) {
    return [{ item: 'candidate', field: 'removed', was: null, now: 'true' }]
  }
  const { protocol, today, rules } = subject
  if (protocol !== null && !context.protocols.some(({ definition }) => definition.id === protocol.id)) {
    return [{ item: 'protocol', was: protocol.version, now: '–' }]
  }
  const facts = currentFacts(context.db, patient.id)
  const protocolId = trialThen(subject, facts, context)
  const question = { event: subject.event.id, signer, protocolId, today }
  const now = causalityBasis(question, { patient, facts }, context)
  const was = [subject.event, subject.judgement, ...subject.facts]
  const changed = factChanges({ facts: was }, { facts: factsIn(now, was, facts) }, { charted: facts })
  return rules === CAUSALITY_RULES
    ? changed
    : [...changed, { item: 'protocol', was: rules, now: CAUSALITY_RULES }]
}

/** The trial that the patient was in on the day of signing, by what is charted now: an enrolment can be entered late. */
function trialThen(
  { today, protocol }: CausalitySubject,
  facts: readonly Fact[],
  { session, protocols }: Computing,
): ProtocolId | undefined {
  const entered = enrolledIn(chartAsOf(facts, today, siteDayOf(session.clock)))
  const isShipped = protocols.some(({ definition }) => definition.id === entered)
  return isShipped ? entered : protocol?.id
}

/** Without its event there is nothing to compute: what else it rested on is not what changed. */
function factsIn(
  now: CausalityBasis | undefined,
  was: readonly Pick<Fact, 'id' | 'version' | 'content'>[],
  charted: readonly Fact[],
): readonly Pick<Fact, 'id' | 'version' | 'content'>[] {
  if (now === undefined) return was.filter(({ id }) => charted.some(fact => fact.id === id))
  return [now.event, ...(now.judgement === undefined ? [] : [now.judgement]), ...now.used]
}
