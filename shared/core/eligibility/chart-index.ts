import { type Analyte, analyteOfLoinc } from '../analytes.ts'
import {
  boundsOf,
  type CivilDate,
  type DayNumber,
  dayOf,
  type EventTime,
  localDateOf,
} from '../civil-date.ts'
import { Decimal, type ValueRange, valueRange } from '../decimal.ts'
import { type Chart, lastEntryOn } from '../facts/candidate.ts'
import type { FactContentOf, FactKind } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'

/**
 * A fact with the days that its times can stand for. The start lies between `start.earliest` and `start.latest`,
 * the end likewise; an ongoing event ends at infinity. A time known to the month stands for each of its days up to
 * the day of entry.
 */
export interface IndexedFact {
  readonly fact: Fact
  readonly attributes: Readonly<Record<string, unknown>>
  readonly startEarliest: DayNumber
  readonly startLatest: DayNumber
  readonly endEarliest: DayNumber
  readonly endLatest: DayNumber
  /** The instant of a fact whose time of day is charted: decides which of two records of a day is the later. */
  readonly instant: number | undefined
}

/** A laboratory result with its number read. */
export interface IndexedResult extends IndexedFact {
  readonly content: FactContentOf<'laboratory'>
  readonly value: Decimal
  readonly range: ValueRange
}

/** A negative finding: the first and last day that it certainly covers, and whether it reached the day of its entry. */
export interface IndexedFinding {
  readonly fact: Fact
  readonly content: FactContentOf<'negative_finding'>
  readonly from: DayNumber
  readonly to: DayNumber
  readonly wasCurrent: boolean
}

/** A statement that something is unknown or not applicable; the latest comes first, of one day the unknown. */
export interface IndexedStatus {
  readonly fact: Fact
  readonly content: FactContentOf<'not_known'>
  readonly on: DayNumber
}

/** One candidate's chart, ready to be asked. Built once, asked for every criterion and date. */
export interface IndexedChart {
  readonly candidate: Chart['candidate']
  readonly birth: { readonly earliest: DayNumber; readonly latest: DayNumber } | undefined
  /** Dates after this day are projections. `-Infinity` for an empty chart. */
  readonly lastEntry: DayNumber
  readonly lastEntryOn: CivilDate | undefined
  of(kind: FactKind): readonly IndexedFact[]
  results(analyte: Analyte): readonly IndexedResult[]
  findings(kind: FactKind): readonly IndexedFinding[]
  statuses(kind: FactKind, analyte?: Analyte): readonly IndexedStatus[]
}

/**
 * Indexes a chart. `lastEntry` defaults to the day of the newest entry in it. Each list is made when it is first asked
 * for, by time and then by id: the order in which facts were handed over must not matter.
 */
export function indexChart(
  chart: Chart,
  lastEntry: CivilDate | undefined = lastEntryOn(chart.facts),
): IndexedChart {
  const charted = Map.groupBy(chart.facts, ({ content }) => content.kind)
  const of = (kind: Fact['content']['kind']) => charted.get(kind) ?? none
  const statuses = once((about: FactKind) => of('not_known').flatMap(indexStatus(about)).sort(byRecency))
  return {
    candidate: chart.candidate,
    birth: chart.candidate.birthDate && boundsOf(chart.candidate.birthDate),
    lastEntry: lastEntry === undefined ? Number.NEGATIVE_INFINITY : dayOf(lastEntry),
    lastEntryOn: lastEntry,
    of: once((kind: FactKind) => of(kind).map(indexFact).sort(byTime)),
    results: once((analyte: Analyte) => of('laboratory').flatMap(indexResult(analyte)).sort(byTime)),
    findings: once((about: FactKind) => of('negative_finding').flatMap(indexFinding(about)).sort(byCoverage)),
    statuses: (kind, analyte) => {
      const noted = statuses(kind)
      return noted.length === 0 ? noted : noted.filter(({ content }) => content.analyte === analyte)
    },
  }
}

const none: readonly never[] = []

/** A function that keeps what it made for each key. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return key => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}

const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0)
const rank = ({ content }: IndexedStatus) => (content.state === 'unknown' ? 0 : 1)
const byId = (a: { fact: Fact }, b: { fact: Fact }) => (a.fact.id < b.fact.id ? -1 : 1)
const byTime = (a: IndexedFact, b: IndexedFact) => compare(a.startEarliest, b.startEarliest) || byId(a, b)
const byCoverage = (a: IndexedFinding, b: IndexedFinding) =>
  compare(a.from, b.from) || compare(a.to, b.to) || byId(a, b)
const byRecency = (a: IndexedStatus, b: IndexedStatus) =>
  compare(b.on, a.on) || compare(rank(a), rank(b)) || byId(a, b)

function indexFact(fact: Fact): IndexedFact {
  const attributes: Readonly<Record<string, unknown>> = fact.content
  const entered = dayOf(localDateOf(fact.enteredAt))
  const on = attributes['on'] as EventTime | undefined
  if (on !== undefined) {
    const { earliest, latest } = chartedBounds(on, entered)
    return span(fact, attributes, [earliest, latest], [earliest, latest])
  }
  const from = attributes['from'] as EventTime | undefined
  const to = attributes['to'] as EventTime | 'ongoing' | undefined
  const start =
    from === undefined
      ? { earliest: Number.NEGATIVE_INFINITY, latest: entered }
      : chartedBounds(from, entered)
  if (to === 'ongoing') return span(fact, attributes, [start.earliest, start.latest], [Infinity, Infinity])
  if (to === undefined)
    return span(fact, attributes, [start.earliest, start.latest], [start.earliest, Infinity])
  const end = chartedBounds(to, entered)
  return span(
    fact,
    attributes,
    [start.earliest, Math.min(start.latest, end.latest)],
    [Math.max(end.earliest, start.earliest), end.latest],
  )
}

function span(
  fact: Fact,
  attributes: Readonly<Record<string, unknown>>,
  start: readonly [number, number],
  end: readonly [number, number],
): IndexedFact {
  return {
    fact,
    attributes,
    startEarliest: start[0],
    startLatest: start[1],
    endEarliest: end[0],
    endLatest: end[1],
    instant: instantOf(attributes['on']),
  }
}

function instantOf(on: unknown): number | undefined {
  return typeof on === 'string' && on.length > 10 ? Date.parse(on) : undefined
}

function chartedBounds(time: EventTime, entered: DayNumber) {
  const { earliest, latest } = boundsOf(time)
  return { earliest, latest: Math.min(latest, Math.max(entered, earliest)) }
}

/** A laboratory fact as a result of `analyte`, if it is one. */
const indexResult =
  (analyte: Analyte) =>
  (fact: Fact): IndexedResult[] => {
    const { content } = fact
    if (content.kind !== 'laboratory' || analyteOfLoinc(content.loinc) !== analyte) return []
    const value = new Decimal(content.value)
    return [{ ...indexFact(fact), content, value, range: valueRange(value, content.comparator) }]
  }

const indexStatus =
  (about: FactKind) =>
  (fact: Fact): IndexedStatus[] => {
    const { content } = fact
    if (content.kind !== 'not_known' || content.about !== about) return []
    return [{ fact, content, on: dayOf(content.on) }]
  }

/**
 * Only days that the finding certainly covers count: the latest possible start, the earliest possible end. A start
 * known to the month or year lies no later than the end or the day of entry.
 */
const indexFinding =
  (about: FactKind) =>
  (fact: Fact): IndexedFinding[] => {
    const { content } = fact
    if (content.kind !== 'negative_finding' || content.about !== about) return []
    const entered = dayOf(localDateOf(fact.enteredAt))
    const end = boundsOf(content.to)
    const from =
      content.from === undefined
        ? Number.NEGATIVE_INFINITY
        : Math.min(chartedBounds(content.from, entered).latest, end.latest)
    return [{ fact, content, from, to: end.earliest, wasCurrent: end.earliest >= entered }]
  }
