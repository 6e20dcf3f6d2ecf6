import type { FactContent } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import type { Doubt, RowOutcome } from './row.ts'
import {
  isSameReading,
  isSameResult,
  resultText,
  type Specimen,
  saysSame,
  specimenOf,
} from './same-specimen.ts'

/** A statement of a file about one patient while it is compared. */
export interface Statement {
  readonly content: FactContent
  outcome: Extract<RowOutcome, 'new' | 'same' | 'changed'>
  /** What is on record of it. */
  before: Fact | null
  doubts: Doubt[]
}

/** A statement as it is before it was compared. */
export function statementOf(content: FactContent): Statement {
  return { content, outcome: 'new', before: null, doubts: [] }
}

/** What is known of a specimen: a fact of the chart, or an earlier statement of the same import. */
interface Known {
  readonly content: FactContent
  readonly specimen: Specimen | undefined
  readonly fact: Fact | null
  readonly statement: Statement | null
  /** A result without a time stands for one specimen of its day, not for all of them. */
  isMatched: boolean
  /** A row of the file says what is on record: one that says otherwise contradicts the file itself. */
  isConfirmed: boolean
}

/** More results of one test and day than a patient has; a file that says so is not compared with itself any further. */
const MOST_OF_A_DAY = 40

/**
 * Compares statements with a patient's chart and with one another, in the order of the file. A result of another time of
 * a day on which one without a time is charted is either that one or a second one: where the values differ, that is asked.
 * `names` are those that one laboratory has had: it is the same under each of them.
 */
export function chartComparison(
  facts: readonly Fact[],
  names: readonly string[] = [],
): (statement: Statement) => void {
  const known = new Map<string, Known[]>()
  const specimenIn = (content: FactContent): Specimen | undefined => {
    const specimen = specimenOf(content)
    return names.includes(specimen?.by ?? '') ? specimen && { ...specimen, by: names[0] } : specimen
  }
  const learn = (content: FactContent, fact: Fact | null, statement: Statement | null) => {
    const specimen = specimenIn(content)
    const one = { content, specimen, fact, statement, isMatched: false, isConfirmed: false }
    for (const key of keysOf(content, specimen)) {
      const others = known.get(key)
      if (others === undefined) known.set(key, [one])
      else if (others.length < MOST_OF_A_DAY) others.push(one)
    }
  }
  for (const fact of facts) learn(fact.content, fact, null)
  return statement => {
    const { content } = statement
    const specimen = specimenIn(content)
    const beside = [...new Set(keysOf(content, specimen).flatMap(key => known.get(key) ?? []))]
    if (specimen === undefined) settleWhole(statement, beside)
    else settle(statement, specimen, beside)
    if (statement.outcome !== 'same') learn(content, null, statement)
  }
}

/** Statements are compared only within one subject and one day as written, or one instant wherever that was written. */
function keysOf(content: FactContent, specimen: Specimen | undefined): string[] {
  // Contents were parsed by one schema, so that their fields stand in one order.
  if (specimen === undefined) return [JSON.stringify(content)]
  const { subject, time } = specimen
  const day = `${subject} ${time.slice(0, 10)}`
  return time.length > 10 ? [day, `${subject} @${Date.parse(time)}`] : [day]
}

function settleWhole(statement: Statement, beside: readonly Known[]): void {
  const [first] = beside
  if (first === undefined) return
  statement.outcome = 'same'
  statement.before = first.fact
}

function settle(statement: Statement, specimen: Specimen, beside: readonly Known[]): void {
  const own = beside.filter(one => one.specimen !== undefined && isSame(one.specimen, specimen))
  if (own.length > 0) settleOwn(statement, own)
  else settleLoosely(statement, specimen, beside)
}

/** No such specimen is charted; one that may be the same is. */
function settleLoosely(statement: Statement, specimen: Specimen, beside: readonly Known[]): void {
  const possible = beside.filter(one => one.specimen !== undefined && mayBeSame(one.specimen, specimen))
  const match = possible.find(one => !one.isMatched && isSameResult(statement.content, one.content))
  if (match !== undefined) {
    settleMatched(statement, match)
    return
  }
  const other = possible.find(one => !isSameResult(statement.content, one.content))
  if (other !== undefined) doubtBoth(statement, other)
}

/** The result is known of its day; what the file says besides, such as that the specimen was not sound, is not lost. */
function settleMatched(statement: Statement, match: Known): void {
  const { content } = statement
  const { fact } = match
  match.isMatched = true
  if (fact === null ? isSameReading(content, match.content) : saysSame(content, match.content))
    statement.outcome = 'same'
  else if (fact === null) doubtBoth(statement, match)
  else statement.outcome = 'changed'
  statement.before = fact
}

/** The very specimen is charted, or an earlier row told of it. */
function settleOwn(statement: Statement, own: readonly Known[]): void {
  const { content } = statement
  const charted = own.filter(({ fact }) => fact !== null)
  const match = own.find(one =>
    one.fact === null ? isSameReading(content, one.content) : saysSame(content, one.content),
  )
  for (const one of own)
    if (one.statement !== null && !isSameReading(content, one.content)) doubtBoth(statement, one)
  if (match !== undefined) {
    match.isConfirmed = true
    statement.outcome = 'same'
    statement.before = match.fact
    // What is left as it is needs no answer; the row that says otherwise was marked.
    statement.doubts = []
    return
  }
  const last = charted.at(-1)
  if (last === undefined) return
  statement.outcome = 'changed'
  statement.before = last.fact
  const confirmed = charted.find(one => one.isConfirmed)
  if (confirmed !== undefined) doubt(statement, confirmed.content)
}

function doubtBoth(statement: Statement, other: Known): void {
  doubt(statement, other.content)
  if (other.statement !== null) doubt(other.statement, statement.content)
}

function doubt(statement: Statement, other: FactContent): void {
  if (statement.doubts.some(({ code }) => code === 'two_values')) return
  statement.doubts.push({ code: 'two_values', against: resultText(other) })
}

function isSame(one: Specimen, other: Specimen): boolean {
  return isSameTime(one.time, other.time) && one.by === other.by
}

function isSameTime(one: string, other: string): boolean {
  if (one === other) return true
  return one.length > 10 && other.length > 10 && Date.parse(one) === Date.parse(other)
}

/** One of both is a day without a time, or does not say from where it comes. */
function mayBeSame(one: Specimen, other: Specimen): boolean {
  const isOneTime = isSameTime(one.time, other.time) || one.time.length <= 10 || other.time.length <= 10
  const isOnePlace = one.by === other.by || one.by === undefined || other.by === undefined
  return isOneTime && isOnePlace
}
