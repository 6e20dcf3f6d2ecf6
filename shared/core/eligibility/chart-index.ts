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
}

/** A laboratory result with its number read. */
export interface IndexedResult extends IndexedFact {
  readonly content: FactContentOf<'laboratory'>
  readonly value: Decimal
  readonly range: ValueRange
  /** The instant of the specimen where its time is charted: decides which of two results of a day is the later. */
  readonly instant: number | undefined
}

/** A negative finding: the first and last day that it certainly covers. */
export interface IndexedFinding {
  readonly fact: Fact
  readonly content: FactContentOf<'negative_finding'>
  readonly from: DayNumber
  readonly to: DayNumber
}

/** A statement that something is unknown or not applicable; the latest comes first. */
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

/** Indexes a chart. `lastEntry` defaults to the day of the newest entry in it. */
export function indexChart(
  chart: Chart,
  lastEntry: CivilDate | undefined = lastEntryOn(chart.facts),
): IndexedChart {
  const facts = new Map<string, IndexedFact[]>()
  const results = new Map<string, IndexedResult[]>()
  const findings = new Map<string, IndexedFinding[]>()
  const statuses = new Map<string, IndexedStatus[]>()
  for (const fact of chart.facts) {
    const { content } = fact
    if (content.kind === 'negative_finding') push(findings, content.about, indexFinding(fact, content))
    else if (content.kind === 'not_known') {
      push(statuses, content.about, { fact, content, on: dayOf(content.on) })
    } else {
      const indexed = indexFact(fact)
      push(facts, content.kind, indexed)
      const analyte = content.kind === 'laboratory' ? analyteOfLoinc(content.loinc) : undefined
      if (content.kind === 'laboratory' && analyte) push(results, analyte, indexResult(indexed, content))
    }
  }
  // By time, then by id: the order in which facts were handed over must not matter.
  for (const list of [...facts.values(), ...results.values()]) {
    list.sort((a, b) => compare(a.startEarliest, b.startEarliest) || byId(a, b))
  }
  for (const list of findings.values()) {
    list.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || byId(a, b))
  }
  for (const list of statuses.values()) list.sort((a, b) => compare(b.on, a.on) || byId(a, b))
  return {
    candidate: chart.candidate,
    birth: chart.candidate.birthDate && boundsOf(chart.candidate.birthDate),
    lastEntry: lastEntry === undefined ? Number.NEGATIVE_INFINITY : dayOf(lastEntry),
    lastEntryOn: lastEntry,
    of: kind => facts.get(kind) ?? none,
    results: analyte => results.get(analyte) ?? none,
    findings: kind => findings.get(kind) ?? none,
    statuses: (kind, analyte) =>
      (statuses.get(kind) ?? none).filter(({ content }) => content.analyte === analyte),
  }
}

const none: readonly never[] = []

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0)
const byId = (a: { fact: Fact }, b: { fact: Fact }) => (a.fact.id < b.fact.id ? -1 : 1)

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
  }
}

function chartedBounds(time: EventTime, entered: DayNumber) {
  const { earliest, latest } = boundsOf(time)
  return { earliest, latest: Math.min(latest, Math.max(entered, earliest)) }
}

function indexResult(indexed: IndexedFact, content: FactContentOf<'laboratory'>): IndexedResult {
  const value = new Decimal(content.value)
  return {
    ...indexed,
    content,
    value,
    range: valueRange(value, content.comparator),
    instant: content.on.length > 10 ? Date.parse(content.on) : undefined,
  }
}

/** Only days that the finding certainly covers count: the latest possible start, the earliest possible end. */
function indexFinding(fact: Fact, content: FactContentOf<'negative_finding'>): IndexedFinding {
  return {
    fact,
    content,
    from: content.from === undefined ? Number.NEGATIVE_INFINITY : boundsOf(content.from).latest,
    to: boundsOf(content.to).earliest,
  }
}
