import type { Chart } from '#shared/core/facts/candidate.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { type Days, day, daysOf } from './calendar.ts'

/** One chart on one day of registration. */
export interface Case {
  readonly chart: Chart
  readonly protocol: string
  readonly on: number
  /** The last day on which anything was charted. */
  readonly charted: number
}

type Kind = Fact['content']['kind']
type WithEntry = Fact['content'] & { readonly entered: number }
/** What was charted of one kind, and the day it was charted. */
export type Charted<K extends Kind> = Extract<WithEntry, { kind: K }>

export function caseOf(chart: Chart, protocol: string, on: string): Case {
  const charted = Math.max(...chart.facts.map(fact => day(fact.enteredAt)))
  return { chart, protocol, on: day(on), charted }
}

/** Everything charted of one kind, with the day it was charted. */
export function charted<K extends Kind>({ chart }: Case, kind: K): Charted<K>[] {
  return chart.facts
    .filter(fact => fact.content.kind === kind)
    .map(fact => ({ ...fact.content, entered: day(fact.enteredAt) }) as Charted<K>)
}

/** The first and last day that the start and the end of something charted may have. */
export interface Course {
  readonly start: Days
  readonly end: Days
}

interface Times {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly on?: string
  readonly entered: number
}

/** Something that lasts, or happens `on` one day. What is not known may be any day that fits. */
export function courseOf(record: Times): Course {
  if (record.on !== undefined) {
    const days = daysOf(record.on, record.entered)
    return { start: days, end: days }
  }
  const from = record.from === undefined ? undefined : daysOf(record.from, record.entered)
  const start = from ?? { first: Number.NEGATIVE_INFINITY, last: record.entered }
  const end = endOf(record, start)
  return { start: { ...start, last: Math.min(start.last, end.last) }, end }
}

function endOf({ to, entered }: Times, start: Days): Days {
  if (to === 'ongoing') return { first: Number.POSITIVE_INFINITY, last: Number.POSITIVE_INFINITY }
  if (to === undefined) return { first: start.first, last: Number.POSITIVE_INFINITY }
  const end = daysOf(to, entered)
  return { first: Math.max(end.first, start.first), last: end.last }
}

/** The birth, as far as it is known. */
export function birthOf({ chart }: Case): Days | undefined {
  const { birthDate } = chart.candidate
  return birthDate === undefined ? undefined : daysOf(birthDate, Number.POSITIVE_INFINITY)
}
