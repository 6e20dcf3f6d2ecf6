import { contextOf } from '#main/services/adverse-events/context.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import type { CausalityContext } from '#shared/core/adverse-events/context.ts'
import type { EventFact } from '#shared/core/adverse-events/event-source.ts'
import { judgementsOf } from '#shared/core/adverse-events/judgements-of.ts'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { FactId, ProtocolId, UserId } from '#shared/core/ids.ts'
import { type FactOf, factsOf } from '#shared/core/schedule/calendar-input.ts'

type Computing = Parameters<typeof contextOf>[2]

/** Which judgement is asked about: whose, of which event, in which trial, as of which day. */
export interface CausalityQuestion {
  readonly event: FactId
  readonly signer: UserId
  readonly protocolId: ProtocolId | undefined
  readonly today: CivilDate
}

/** What a judgement rests on. */
export interface CausalityBasis {
  readonly event: EventFact
  /** The signer's own, the last of several; undefined while there is none. */
  readonly judgement: FactOf<'causality'> | undefined
  readonly context: CausalityContext
  /** What the context was computed from. */
  readonly used: readonly Fact[]
}

/** What a judgement rests on, of what is charted now; undefined where its event is not, or no longer. */
export function causalityBasis(
  { event: id, signer, protocolId, today }: CausalityQuestion,
  { patient, facts }: { readonly patient: PatientRecord; readonly facts: readonly Fact[] },
  context: Computing,
): CausalityBasis | undefined {
  const event = factsOf(facts, 'adverse_event').find(fact => fact.id === id)
  if (event === undefined) return undefined
  const computed = contextOf(event, { patient, facts, protocolId, today }, context)
  const used = new Set<FactId>(computed.used)
  return {
    event,
    judgement: judgementsOf(id, facts).find(({ author }) => author === signer),
    context: computed.context,
    used: facts.filter(fact => used.has(fact.id)),
  }
}
