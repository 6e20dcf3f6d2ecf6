import type { z } from 'zod'
import type { MutationContext, QueryContext } from '#main/services/context.ts'
import { noteRefusals } from '#main/services/proof.ts'
import { proveSecondPerson } from '#main/services/second-person.ts'
import { currentFacts } from '#main/store/fact-repository.ts'
import { insertDeviation } from '#main/store/plan-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import type { facts } from '#shared/api/facts.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId, ProtocolId, UserId } from '#shared/core/ids.ts'
import { type Gate, gateFor, type Step } from './gate.ts'

type Override = NonNullable<z.output<typeof facts.record.input>['override']>

/** A second person who was there, and why something was done without what comes first. */
export interface Witnessed {
  readonly secondPerson: UserId
  readonly reason: string
}

/** Proves the second person of an override, where one is given. */
export async function witnessed(
  override: Override | undefined,
  context: QueryContext,
): Promise<Witnessed | undefined> {
  if (override === undefined) return undefined
  const { id } = await noteRefusals(context, 'protocol.deviation_refused', () =>
    proveSecondPerson(context, override.second, { mustBeOwnPassword: true }),
  )
  return { secondPerson: id, reason: override.reason }
}

/**
 * The step that a fact says was taken, if it is one that something must come before. Who completed a trial was enrolled
 * in it: where nothing among `known` says when, that is the step. One can discontinue before.
 */
export function stepIn(
  patientId: PatientId,
  content: FactContent,
  known: readonly FactContent[],
): Step | undefined {
  if (content.kind !== 'enrolment') return undefined
  const { protocol: protocolId, on, status } = content
  if (status === 'dosed') return { patientId, protocolId, step: 'first_dose', on }
  if (status === 'discontinued' || (status === 'completed' && hasBegun(known, protocolId))) return undefined
  return { patientId, protocolId, step: 'enrolment', on }
}

function hasBegun(known: readonly FactContent[], protocolId: ProtocolId): boolean {
  return known.some(
    one => one.kind === 'enrolment' && one.protocol === protocolId && /^(enrolled|dosed)$/.test(one.status),
  )
}

/** Throws `gate_closed` before anybody's time is taken, where a step cannot be charted without an override. */
export function refuseClosed(steps: readonly Step[], charted: readonly Fact[], context: QueryContext): void {
  const reasons = steps.flatMap(step => gateFor(step, context, charted).reasons)
  if (reasons.length > 0) throw closed(reasons)
}

function closed(reasons: Gate['reasons']): AppError {
  return new AppError({ code: 'gate_closed', reasons: [...new Set(reasons)] })
}

/**
 * After steps were charted: what was taken although something was missing becomes a protocol deviation. Throws
 * `gate_closed` where nobody witnessed it, which takes the charting back.
 */
export function recordDeviations(
  charted: readonly { readonly patientId: PatientId; readonly fact: Fact }[],
  witness: Witnessed | undefined,
  context: MutationContext,
): void {
  for (const { patientId, fact } of charted) {
    const known = currentFacts(context.db, patientId).map(({ content }) => content)
    const step = stepIn(patientId, fact.content, known)
    const gate = step && gateFor(step, context)
    if (step === undefined || gate === undefined || gate.open) continue
    if (witness === undefined) throw closed(gate.reasons)
    recordDeviation(step, fact, { ...witness, missing: [...gate.reasons] }, context)
  }
}

function recordDeviation(
  { patientId, protocolId, step }: Step,
  fact: Fact,
  { secondPerson, reason, missing }: Witnessed & { readonly missing: Gate['reasons'] },
  { db, audit, newId, session, now, user }: MutationContext,
): void {
  const entered = { enteredAt: session.clock.render(now()), authorId: user.id }
  const about = { patientId, protocolId, step, fact: fact.id }
  insertDeviation(db, newId(), { ...about, missing: [...missing], reason, secondPerson, ...entered })
  audit({
    action: 'protocol.deviation',
    subject: { kind: 'patient', id: patientId },
    field: `facts.${fact.id}`,
    newValue: { protocol: protocolId, step, missing, secondPerson },
    reason,
  })
}
