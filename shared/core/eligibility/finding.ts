import type { Analyte } from '../analytes.ts'
import type { DayNumber, Period } from '../civil-date.ts'
import type { Comparison } from '../decimal.ts'
import type { EpisodeKind, FactKind } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import type { Quantity, Window } from '../protocol/condition.ts'
import type { Truth } from '../truth.ts'
import { type Missing, uniqueMissing } from './missing-item.ts'
import type { Outcome } from './verdict.ts'

/** A span of days that negative findings about a subject cover. */
export interface Coverage {
  readonly from: DayNumber
  readonly to: DayNumber
}

/** An alternative of a reading that is not chosen, and the outcomes that choosing it would leave open. */
export interface OpenAlternative {
  readonly reading: string
  readonly alternative: string
  readonly outcomes: readonly Outcome[]
}

/** Why a condition has its answer: one statement, put into words by explain.ts. Says nothing that depends on the day. */
export type Reason =
  | { code: 'age_reached'; years: number; counted: 'birthday' | 'day_after'; day: DayNumber }
  | { code: 'age_not_reached'; years: number; counted: 'birthday' | 'day_after'; day: DayNumber }
  | { code: 'age_uncertain'; years: number; from: DayNumber; to: DayNumber }
  | { code: 'birth_date_missing' | 'sex_unknown' }
  | { code: 'sex_is'; sex: 'female' | 'male' }
  | {
      code: 'event_in_window'
      topic: EpisodeKind
      fact: Fact
      window: Window
      insideUntil: DayNumber | undefined
    }
  | {
      code: 'event_uncertain'
      topic: EpisodeKind
      fact: Fact
      window: Window
      open: 'time' | 'end' | 'attribute' | 'undecided'
    }
  | { code: 'event_needs_judgement'; topic: EpisodeKind; fact: Fact; attribute: string }
  | { code: 'event_excluded'; topic: EpisodeKind; window: Window; findings: readonly Fact[] }
  | {
      code: 'event_gap'
      topic: EpisodeKind
      window: Window
      type: string | undefined
      covered: readonly Coverage[]
    }
  | { code: 'asked_not_known'; topic: FactKind; analyte: Analyte | undefined; fact: Fact }
  | { code: 'not_applicable'; topic: FactKind; fact: Fact; accepted: boolean }
  | {
      code: 'quantity'
      quantity: Quantity
      fact: Fact
      compare: Comparison
      limit: string
      unit: string
      holds: boolean
      shown: string
    }
  | {
      code: 'quantity_uncertain'
      quantity: Quantity
      fact: Fact
      compare: Comparison
      limit: string
      unit: string
      open: 'censored' | 'control' | 'upper_limit' | 'unit' | 'time'
    }
  | { code: 'result_too_old'; analyte: Analyte; fact: Fact; maximumAge: Period; goodUntil: DayNumber }
  | { code: 'no_result'; analyte: Analyte }
  | {
      code: 'duration_reached' | 'duration_not_yet'
      topic: EpisodeKind
      fact: Fact
      period: Period
      day: DayNumber
    }
  | { code: 'duration_too_short'; topic: EpisodeKind; fact: Fact; period: Period }
  | { code: 'duration_uncertain'; topic: EpisodeKind; fact: Fact; period: Period }
  | { code: 'no_such_event'; topic: EpisodeKind; facts: readonly Fact[] }
  | { code: 'event_does_not_match'; topic: EpisodeKind; fact: Fact }
  | { code: 'no_record'; topic: FactKind }
  | { code: 'latest'; topic: FactKind; fact: Fact; attribute: string; value: unknown }
  | {
      code: 'latest_open'
      topic: FactKind
      fact: Fact
      attribute: string
      open: 'missing' | 'undecided' | 'judgement' | 'time'
    }
  | { code: 'record_too_old'; topic: FactKind; fact: Fact; maximumAge: Period; goodUntil: DayNumber }
  | { code: 'judged'; question: string; fact: Fact; answer: 'yes' | 'no' }
  | { code: 'not_judged'; question: string; informedBy: readonly Fact[] }
  | { code: 'stray_judgement'; fact: Fact }
  | { code: 'records_disagree'; topic: EpisodeKind; fact: Fact }
  | { code: 'anchor_unknown'; anchor: 'dose' | 'today' }
  | { code: 'reading_not_chosen'; alternatives: readonly OpenAlternative[] }

/** The answer of a condition for one date, with all that a reader needs to check it. */
export interface Finding {
  readonly truth: Truth
  readonly because: readonly Reason[]
  /** The facts that decided it. */
  readonly facts: readonly Fact[]
  readonly missing: readonly Missing[]
  /** The answer rests on a negative finding that is assumed to be renewed. */
  readonly assumesRenewal: boolean
}

/** A finding with one reason. */
export function finding(
  truth: Truth,
  reason: Reason,
  facts: readonly Fact[] = [],
  missing: readonly Missing[] = [],
  assumesRenewal = false,
): Finding {
  return { truth, because: [reason], facts, missing, assumesRenewal }
}

/** Joins the findings that decide a combined answer: only they are evidence. */
export function join(truth: Truth, findings: readonly Finding[]): Finding {
  const decisive = findings.filter(part => part.truth === truth)
  const open = truth === 'unknown' || truth === 'needs_judgement'
  const asked = open
    ? findings.filter(part => part.truth === 'unknown' || part.truth === 'needs_judgement')
    : []
  const parts = open ? asked : decisive
  const [only] = parts
  if (parts.length === 1 && only) return only.truth === truth ? only : { ...only, truth }
  return {
    truth,
    because: parts.flatMap(part => part.because),
    facts: unique(parts.flatMap(part => part.facts)),
    missing: uniqueMissing(parts.flatMap(part => part.missing)),
    assumesRenewal: parts.some(part => part.assumesRenewal),
  }
}

function unique<T>(items: readonly T[]): readonly T[] {
  return items.length < 2 ? items : [...new Set(items)]
}
