import { type CivilDate, dayOf } from '../civil-date.ts'
import type { Candidate } from '../facts/candidate.ts'
import type { Fact } from '../facts/fact.ts'
import type { FactId } from '../ids.ts'
import type { Condition } from '../protocol/condition.ts'
import type { BasisChange, Invalidation } from '../signatures/change.ts'
import type { EligibilitySubject } from '../signatures/subject.ts'
import type { IndexedChart } from './chart-index.ts'
import { conflictsOn } from './conflicts.ts'
import { criterionOn } from './criterion.ts'
import type { PreparedProtocol } from './prepare.ts'
import { verdictOf } from './spans.ts'
import type { Conflict, Outcome, Screening, Verdict } from './verdict.ts'

/** What an answer about one day rests on. */
export interface Basis {
  readonly facts: readonly Pick<Fact, 'id' | 'version' | 'content'>[]
  /** The alternatives of the readings that its criteria use; null where none is chosen. */
  readonly readings: ReadonlyMap<string, string | null>
  readonly criteria: number | null
  readonly protocol: { readonly version: string; readonly sha256: string }
  readonly rules: string
  readonly candidate: Pick<Candidate, 'birthDate' | 'sex' | 'registrationDate'>
  readonly outcomes: readonly {
    readonly id: string
    readonly label: string
    readonly outcome: Outcome
  }[]
  readonly verdict: Verdict
}

/** The facts that a screening shows as evidence, of its criteria and of what stands in another protocol. */
export function evidenceIds({ criteria, conflicts }: Pick<Screening, 'criteria' | 'conflicts'>): Set<FactId> {
  const shown = [...criteria, ...conflicts.filter(isElsewhere)]
  return new Set(shown.flatMap(({ evidence }) => evidence.map(({ fact }) => fact)))
}

/** An enrolment in the protocol itself is what a decision is for; it takes nothing away from it. */
const isElsewhere = ({ code }: Conflict) => code !== 'already_enrolled'

/** The question that a signature answered, to be asked again of another chart. */
export type Question = Pick<EligibilitySubject, 'on' | 'today'> & { readonly rules: string }

/** What the answer about a day rests on, with what is charted and chosen now. */
export function basisOn(chart: IndexedChart, prepared: PreparedProtocol, question: Question): Basis {
  const { id, version } = prepared.protocol.definition
  const day = dayOf(question.on)
  const asked = {
    chart,
    protocol: id,
    questions: prepared.questions,
    anchors: { today: dayOf(question.today) },
  }
  const findings = prepared.criteria.map(criterion => ({
    criterion: criterion.criterion,
    finding: criterionOn(criterion, asked, day),
  }))
  const outcomes = findings.map(({ criterion, finding }) => ({
    ...{ id: criterion.id, label: criterion.label, outcome: finding.outcome },
  }))
  const elsewhere = conflictsOn(chart, id, day)
    .filter(isElsewhere)
    .flatMap(({ evidence }) => evidence.map(({ fact }) => fact))
  const used = new Map(findings.flatMap(({ finding }) => finding.facts.map(fact => [fact.id, fact])))
  for (const { fact } of [...chart.of('enrolment'), ...chart.of('dose')])
    if (elsewhere.includes(fact.id)) used.set(fact.id, fact)
  return {
    facts: [...used.values()],
    readings: new Map(
      prepared.criteria.flatMap(({ readings }) =>
        readings.map(reading => [reading.id, prepared.readings[reading.id] ?? null]),
      ),
    ),
    criteria: prepared.site?.version ?? null,
    protocol: { version, sha256: prepared.protocol.sha256 },
    rules: question.rules,
    candidate: chart.candidate,
    outcomes,
    verdict: prepared.criteriaMissing ? 'undetermined' : verdictOf(outcomes.map(({ outcome }) => outcome)),
  }
}

/** What a signed decision rested on, as its record says. */
export function basisOf(subject: EligibilitySubject): Basis {
  const { screening, facts, criteria, protocol, rules, candidate } = subject
  return {
    facts,
    readings: new Map(
      screening.criteria.flatMap(({ readings }) =>
        readings.map(({ reading, alternative }) => [reading, alternative]),
      ),
    ),
    criteria: criteria?.version ?? null,
    protocol,
    rules,
    candidate,
    outcomes: screening.criteria.map(({ id, label, outcome }) => ({ id, label, outcome })),
    verdict: screening.verdict,
  }
}

/** What of the candidate's own record the rules of a protocol look at. */
export interface AskedOf {
  readonly birthDate: boolean
  readonly sex: boolean
}

/** Whether any criterion asks the age or begins with the birth, and whether any asks the sex. */
export function askedOf({ criteria }: Pick<PreparedProtocol, 'criteria'>): AskedOf {
  const conditions = criteria.map(({ criterion }) => criterion.condition)
  return {
    // "Ever", and a life without a course, begin with the birth.
    birthDate: conditions.some(condition => mentions(condition, ['age', 'ever', 'duration'])),
    sex: conditions.some(condition => mentions(condition, ['sex'])),
  }
}

function mentions(part: Condition | unknown, kinds: readonly string[]): boolean {
  if (typeof part !== 'object' || part === null) return false
  const { kind } = part as { readonly kind?: unknown }
  return kinds.includes(String(kind)) || Object.values(part).some(inner => mentions(inner, kinds))
}

/** What a comparison needs besides the two answers. */
export interface Compared {
  readonly asked: AskedOf
  /** The days of registration that the decision was about, both included; `to` null for an open end. */
  readonly decided: { readonly from: CivilDate; readonly to: CivilDate | null }
  /** Everything that is charted now: a fact that is no longer used may have been corrected. */
  readonly charted: readonly Fact[]
}

/**
 * What a signed decision rested on and that is another now, or null where it still rests on the same. Whatever the
 * decision did not use is not looked at.
 */
export function differenceOf(was: Basis, now: Basis, compared: Compared): Invalidation | null {
  const changes = [
    ...factChanges(was, now, compared),
    ...candidateChanges(was, now, compared),
    ...readingChanges(was.readings, now.readings),
    ...criteriaChange(was.criteria, now.criteria),
    ...protocolChanges(was, now),
    ...outcomeChanges(was, now),
  ]
  return changes.length === 0 ? null : { changes, verdict: { was: was.verdict, now: now.verdict } }
}

/** The facts that one answer rests on and the other does not, or not on the same version of. */
export function factChanges(
  was: Pick<Basis, 'facts'>,
  now: Pick<Basis, 'facts'>,
  { charted }: Pick<Compared, 'charted'>,
): BasisChange[] {
  const before = new Map(was.facts.map(fact => [fact.id, fact]))
  const after = new Map(now.facts.map(fact => [fact.id, fact]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((fact): BasisChange[] => {
    const [old, current] = [before.get(fact), after.get(fact)]
    if (old?.version === current?.version) return []
    const corrected = charted.find(({ id, version }) => id === fact && version !== old?.version)
    const content = current?.content ?? corrected?.content ?? null
    return [{ item: 'fact', fact, was: old?.content ?? null, now: content }]
  })
}

function candidateChanges(was: Basis, now: Basis, { asked, decided }: Compared): BasisChange[] {
  const fields = (['birthDate', 'sex'] as const).filter(field => asked[field])
  const plain = fields.flatMap(field => candidateChange(field, was, now))
  const { registrationDate } = now.candidate
  const moved = candidateChange('registrationDate', was, now)
  return registrationDate !== undefined && isWithin(registrationDate, decided) ? plain : [...plain, ...moved]
}

function candidateChange(
  field: 'birthDate' | 'sex' | 'registrationDate',
  { candidate: before }: Basis,
  { candidate: after }: Basis,
): BasisChange[] {
  const [was, now] = [before[field] ?? null, after[field] ?? null]
  return was === now ? [] : [{ item: 'candidate', field, was, now }]
}

/** Whether a day is one of a span, both ends included. */
export function isWithin(day: CivilDate, { from, to }: Compared['decided']): boolean {
  return day >= from && (to === null || day <= to)
}

/** The readings that both look at, and those that only one does, where their alternatives differ. */
export function readingChanges(was: Basis['readings'], now: Basis['readings']): BasisChange[] {
  return [...new Set([...was.keys(), ...now.keys()])].flatMap((reading): BasisChange[] => {
    const [before, after] = [was.get(reading) ?? null, now.get(reading) ?? null]
    return before === after ? [] : [{ item: 'reading', reading, was: before, now: after }]
  })
}

/** The site's criteria by their version. */
export function criteriaChange(was: number | null, now: number | null): BasisChange[] {
  return was === now ? [] : [{ item: 'criteria', was, now }]
}

/** The definition that Lobule ships, and the rules that it computes by. */
export function protocolChanges(
  was: Pick<Basis, 'protocol' | 'rules'>,
  now: Pick<Basis, 'protocol' | 'rules'>,
): BasisChange[] {
  const definition: BasisChange[] =
    was.protocol.sha256 === now.protocol.sha256
      ? []
      : [{ item: 'protocol', was: definitionText(was), now: definitionText(now) }]
  const rules: BasisChange[] =
    was.rules === now.rules ? [] : [{ item: 'protocol', was: was.rules, now: now.rules }]
  return [...definition, ...rules]
}

function definitionText({ protocol: { version, sha256 } }: Pick<Basis, 'protocol'>): string {
  return `${version} (SHA-256 ${sha256.slice(0, 16)}…)`
}

function outcomeChanges(was: Basis, now: Basis): BasisChange[] {
  return was.outcomes.flatMap(({ id, label, outcome }): BasisChange[] => {
    const found = now.outcomes.find(other => other.id === id)
    if (found === undefined || found.outcome === outcome) return []
    return [{ item: 'outcome', label, was: outcome, now: found.outcome }]
  })
}
