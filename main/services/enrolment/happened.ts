import type { z } from 'zod'
import type { MutationContext, QueryContext } from '#main/services/context.ts'
import { noteRefusals } from '#main/services/proof.ts'
import { proveSecondPerson } from '#main/services/second-person.ts'
import { currentFacts } from '#main/store/fact-repository.ts'
import { insertDeviation, listDeviations } from '#main/store/plan-repository.ts'
import type { GateReason } from '#shared/api/errors.ts'
import type { facts } from '#shared/api/facts.ts'
import type { FactContent, FactContentOf } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId, ProtocolId, UserId } from '#shared/core/ids.ts'
import {
  type ChartChange,
  closed,
  type Gate,
  gateFor,
  losesConsent,
  type Reading,
  type Step,
} from './gate.ts'
import { preparationReasons } from './later-dose.ts'
import { doseOfVisit, visitReasons } from './post-dose-visit.ts'
import { type Seals, sealed, sealsOf } from './seals.ts'

type Override = NonNullable<z.output<typeof facts.record.input>['override']>

/** A second person who was there, and why something was done without what comes first. */
interface Witnessed {
  readonly secondPerson: UserId
  readonly reason: string
}

/** What was found before a change is charted: whoever is there beside the user, and the signatures that it rests on. */
export interface Admitted {
  readonly witness: Witnessed | undefined
  readonly seals: Seals
}

/**
 * Whether a change may be charted, where it charts what should not have happened yet, or takes away the consent or the
 * preparation that something stood on. Throws `gate_closed` before anybody's time is taken, where that needs an override.
 */
export async function admitted(
  change: ChartChange,
  override: Override | undefined,
  context: QueryContext,
): Promise<Admitted> {
  const taken = takenIn(change, context)
  const gates = taken.map(({ gate }) => gate)
  const seals = await sealsOf(gates, context)
  if (taken.length > 0 && override !== undefined)
    return { witness: await witnessed(override, context), seals }
  const reasons = gates.flatMap(gate => sealed(gate, seals).reasons)
  if (reasons.length > 0) throw closed(reasons)
  return { witness: undefined, seals }
}

async function witnessed({ second, reason }: Override, context: QueryContext): Promise<Witnessed> {
  const { id } = await noteRefusals(context, 'protocol.deviation_refused', () =>
    proveSecondPerson(context, second, { mustBeOwnPassword: true }),
  )
  return { secondPerson: id, reason }
}

/**
 * The step that a fact says was taken, if it is one that something must come before. Who completed a trial was enrolled
 * in it: where nothing among `known` says when, that is the step. One can discontinue before.
 */
function stepIn(
  patientId: PatientId,
  content: FactContent,
  { known, context }: { readonly known: readonly FactContent[]; readonly context: Reading },
): Step | undefined {
  if (content.kind === 'dose') return doseIn(patientId, content)
  if (content.kind === 'visit') {
    const number = doseOfVisit(content, known, context)
    const { protocol: protocolId, from: on } = content
    return number === undefined ? undefined : { patientId, protocolId, step: 'post_dose_visit', number, on }
  }
  if (content.kind !== 'enrolment') return undefined
  const { protocol: protocolId, on, status } = content
  if (status === 'dosed') return { patientId, protocolId, step: 'first_dose', on }
  const isEnrolment = status === 'enrolled' || (status === 'completed' && !hasBegun(known, protocolId))
  return isEnrolment ? { patientId, protocolId, step: 'enrolment', on } : undefined
}

function doseIn(
  patientId: PatientId,
  { protocol: protocolId, number, from: on }: FactContentOf<'dose'>,
): Step {
  if (number === 1) return { patientId, protocolId, step: 'first_dose', on }
  return { patientId, protocolId, step: 'later_dose', number, on, isGiven: true }
}

function hasBegun(known: readonly FactContent[], protocolId: ProtocolId): boolean {
  return known.some(one => {
    if (one.kind === 'dose') return one.protocol === protocolId
    return one.kind === 'enrolment' && one.protocol === protocolId && /^(enrolled|dosed)$/.test(one.status)
  })
}

/** A step that was taken, the fact that says so, and the gate before it. */
interface Taken {
  readonly step: Step
  readonly fact: Fact
  readonly gate: Gate
}

/** The steps that a change charts, and those from before that it leaves without what they stood on. */
function takenIn(change: ChartChange, context: Reading): Taken[] {
  const { patientId, before, after } = change
  const versions = new Set(before.map(versionOf))
  const known = after.map(({ content }) => content)
  const noted = new Set(
    listDeviations(context.db, patientId).flatMap(({ fact, missing }) =>
      missing.map(reason => `${fact} ${reason}`),
    ),
  )
  return after.flatMap(fact => {
    const step = stepIn(patientId, fact.content, { known, context })
    if (step === undefined) return []
    if (!versions.has(versionOf(fact))) return [{ step, fact, gate: gateFor(step, context, after) }]
    const reasons = lostIn(step, change, context).filter(reason => !noted.has(`${fact.id} ${reason}`))
    return reasons.length === 0 ? [] : [{ step, fact, gate: { open: false, reasons, signature: null } }]
  })
}

/** What a step stood on before a change and does not after it: its consent, of a later dose its preparation, of a visit its dose. */
function lostIn(step: Step, change: ChartChange, context: Reading): GateReason[] {
  if (step.step === 'post_dose_visit') {
    const [had, has] = [change.before, change.after].map(facts =>
      visitReasons(
        step,
        facts.map(({ content }) => content),
        context,
      ),
    )
    return had?.length === 0 && has ? has : []
  }
  const consent = losesConsent(step, change, context) ? (['no_consent'] as const) : []
  if (step.step !== 'later_dose') return [...consent]
  const [had, has] = [change.before, change.after].map(facts => preparationReasons(step, facts, context))
  return [...consent, ...(had?.length === 0 && has ? has : [])]
}

function versionOf({ id, version }: Fact): string {
  return `${id} ${version}`
}

/**
 * After a change was charted: what was taken although something was missing becomes a protocol deviation. Throws
 * `gate_closed` where nobody witnessed it, which takes the charting back.
 */
export function recordDeviations(
  { patientId, before }: Omit<ChartChange, 'after'>,
  { witness, seals }: Admitted,
  context: MutationContext,
): void {
  const after = currentFacts(context.db, patientId)
  const taken = takenIn({ patientId, before, after }, context)
  const amiss = taken.map(one => ({ ...one, gate: sealed(one.gate, seals) })).filter(({ gate }) => !gate.open)
  if (amiss.length === 0) return
  if (witness === undefined) throw closed(amiss.flatMap(({ gate }) => gate.reasons))
  for (const one of amiss) recordDeviation(one, witness, context)
}

function recordDeviation(
  { step: { patientId, protocolId, step, number = null }, fact, gate: { reasons: missing } }: Taken,
  { secondPerson, reason }: Witnessed,
  { db, audit, newId, session, now, user }: MutationContext,
): void {
  const entered = { enteredAt: session.clock.render(now()), authorId: user.id }
  const about = { patientId, protocolId, step, number, fact: fact.id }
  insertDeviation(db, newId(), { ...about, missing: [...missing], reason, secondPerson, ...entered })
  audit({
    action: 'protocol.deviation',
    subject: { kind: 'patient', id: patientId },
    field: `facts.${fact.id}`,
    newValue: { protocol: protocolId, step, ...(number === null ? {} : { number }), missing, secondPerson },
    reason,
  })
}
