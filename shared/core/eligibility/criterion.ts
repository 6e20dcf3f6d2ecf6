import type { DayNumber } from '../civil-date.ts'
import type { ProtocolId } from '../ids.ts'
import type { Criterion } from '../protocol/criterion.ts'
import { type ChosenReadings, type Reading, readingsUsed } from '../protocol/reading.ts'
import type { Truth } from '../truth.ts'
import type { IndexedChart } from './chart-index.ts'
import { evaluate } from './evaluate.ts'
import type { Finding, OpenAlternative, Reason } from './finding.ts'
import { type Missing, uniqueMissing } from './missing-item.ts'
import type { Setting } from './setting.ts'
import { type Scope, scopeOf, turningDays } from './turning-days.ts'
import type { Outcome } from './verdict.ts'

/** A criterion made ready under a site's chosen readings. */
export interface PreparedCriterion {
  readonly criterion: Criterion
  /** The readings that its condition uses, in the protocol's order. */
  readonly readings: readonly Reading[]
  /** One complete choice for each way to read the criterion; a single one where every reading is chosen. */
  readonly choices: readonly ChosenReadings[]
  readonly scope: Scope
}

/** What a criterion says on one day. */
export interface CriterionFinding extends Finding {
  readonly outcome: Outcome
  /** Where unchosen readings lead to different outcomes: the outcomes that each of their alternatives leaves open. */
  readonly alternatives: readonly OpenAlternative[]
}

/** A span of days on which a criterion says the same; open sides are infinite. */
export interface Segment {
  readonly from: DayNumber
  readonly to: DayNumber
  readonly finding: CriterionFinding
}

/** Resolves a criterion's readings against the site's choices. */
export function prepareCriterion(
  criterion: Criterion,
  readings: readonly Reading[],
  chosen: ChosenReadings,
): PreparedCriterion {
  const used = new Set(readingsUsed(criterion.condition).map(({ reading }) => reading))
  const own = readings.filter(({ id }) => used.has(id))
  const choices = own.reduce<ChosenReadings[]>(
    (sofar, { id, alternatives }) => {
      const options =
        chosen[id] === undefined ? alternatives.map(alternative => alternative.id) : [chosen[id]]
      return sofar.flatMap(choice => options.map(option => ({ ...choice, [id]: option })))
    },
    [{}],
  )
  return { criterion, readings: own, choices, scope: scopeOf(criterion.condition, chosen) }
}

/** Everything about a screening that is the same for all criteria. */
export interface Question {
  readonly chart: IndexedChart
  readonly protocol: ProtocolId
  readonly questions?: Setting['questions']
  readonly anchors: Setting['anchors']
}

/** A criterion on one day: under every way to read it, where the site has not chosen. */
export function criterionOn(
  prepared: PreparedCriterion,
  { chart, protocol, questions, anchors }: Question,
  day: DayNumber,
): CriterionFinding {
  const { criterion, choices } = prepared
  const [first, ...others] = choices.map(choice =>
    findingUnder(criterion, { chart, protocol, questions, anchors, choices: choice, day }),
  )
  if (first === undefined) throw new Error(`criterion ${criterion.id} cannot be read`)
  if (others.length === 0) return first
  const findings = [first, ...others]
  if (others.every(({ outcome }) => outcome === first.outcome)) return shared(first, findings)
  return undecided(prepared, findings)
}

function findingUnder({ condition, side }: Criterion, setting: Setting): CriterionFinding {
  const { truth, because, facts, missing, assumesRenewal } = evaluate(condition, setting)
  return { truth, because, facts, missing, assumesRenewal, outcome: outcomeOf(side, truth), alternatives: [] }
}

/** The finding that all readings share rests on what each of them rests on. */
function shared(first: CriterionFinding, findings: readonly CriterionFinding[]): CriterionFinding {
  return {
    ...first,
    facts: [...new Set(findings.flatMap(part => part.facts))],
    missing: uniqueMissing(findings.flatMap(part => part.missing)),
    assumesRenewal: findings.some(part => part.assumesRenewal),
  }
}

/** An inclusion criterion asks for its condition, an exclusion criterion for its opposite. */
function outcomeOf(side: Criterion['side'], truth: Truth): Outcome {
  if (truth === 'unknown' || truth === 'needs_judgement') return truth
  return (truth === 'true') === (side === 'inclusion') ? 'satisfied' : 'violated'
}

/** Different outcomes under different readings: unknown until the site has chosen, each outcome shown. */
function undecided(
  { choices, readings }: PreparedCriterion,
  findings: readonly CriterionFinding[],
): CriterionFinding {
  const ways = findings.flatMap(({ outcome }, index) => {
    const choice = choices[index]
    return choice ? [{ choices: choice, outcome }] : []
  })
  const decisive = readings.filter(reading => matters(reading, ways))
  const missing = decisive.map(({ id }): Missing => ({ what: 'reading', reading: id }))
  const alternatives = decisive.flatMap(reading =>
    reading.alternatives.map(({ id }) => ({
      reading: reading.id,
      alternative: id,
      outcomes: [...new Set(ways.filter(way => way.choices[reading.id] === id).map(way => way.outcome))],
    })),
  )
  return {
    truth: 'unknown',
    outcome: 'unknown',
    because: [{ code: 'reading_not_chosen', alternatives }],
    facts: [...new Set(findings.flatMap(({ facts }) => facts))],
    missing,
    assumesRenewal: findings.some(part => part.assumesRenewal),
    alternatives,
  }
}

/** A reading matters where two ways to read that differ in nothing else lead to different outcomes. */
function matters(reading: Reading, ways: readonly { choices: ChosenReadings; outcome: Outcome }[]): boolean {
  const outcomes = new Map<string, Outcome>()
  return ways.some(({ choices, outcome }) => {
    const { [reading.id]: _, ...others } = choices
    const key = JSON.stringify(others)
    const known = outcomes.get(key)
    outcomes.set(key, outcome)
    return known !== undefined && known !== outcome
  })
}

/** A criterion over all days: the answer is evaluated at each turning day and holds until the next. */
export function criterionOverTime(prepared: PreparedCriterion, question: Question): readonly Segment[] {
  const days = turningDays(prepared.scope, question.chart)
  const starts = [Number.NEGATIVE_INFINITY, ...days]
  const segments: Segment[] = []
  starts.forEach((from, index) => {
    const next = starts[index + 1]
    const to = next === undefined ? Number.POSITIVE_INFINITY : next - 1
    const day = Number.isFinite(from) ? from : (next ?? 0) - 1
    const finding = criterionOn(prepared, question, day)
    const last = segments.at(-1)
    if (last && saysTheSame(last.finding, finding)) segments[segments.length - 1] = { ...last, to }
    else segments.push({ from, to, finding })
  })
  return segments
}

/** Whether two findings of one criterion differ in nothing that a reader would see. */
export function saysTheSame(a: CriterionFinding, b: CriterionFinding): boolean {
  return (
    a.outcome === b.outcome &&
    a.assumesRenewal === b.assumesRenewal &&
    sameList(a.facts, b.facts, (x, y) => x === y) &&
    sameList(a.because, b.because, sameReason)
  )
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((item, index) => index in b && same(item, b[index] as T))
}

/** Reasons hold facts and parts of the definition, which are compared by identity, and small values of their own. */
function sameReason(a: Reason, b: Reason): boolean {
  if (a.code !== b.code) return false
  const one = a as unknown as Readonly<Record<string, unknown>>
  const other = b as unknown as Readonly<Record<string, unknown>>
  return Object.keys(one).every(key => sameValue(one[key], other[key]))
}

/** Lists of facts are as long as a chart: comparing their words would cost more than evaluating the rule. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object') return false
  if (Array.isArray(a) && Array.isArray(b)) return sameList(a, b, sameValue)
  return !isFact(a) && !isFact(b) && JSON.stringify(a) === JSON.stringify(b)
}

function isFact(value: object | null): boolean {
  return value !== null && 'enteredAt' in value
}
