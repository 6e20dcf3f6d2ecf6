import { type DayNumber, dayOf, localDateOf, shiftDay } from '../civil-date.ts'
import { type EpisodeKind, typesOf } from '../facts/content.ts'
import type { ConditionOf, EventSelector, Window } from '../protocol/condition.ts'
import { resolve } from '../protocol/reading.ts'
import type { Truth } from '../truth.ts'
import type { IndexedFact } from './chart-index.ts'
import { contradiction } from './contradiction.ts'
import { coverage } from './coverage.ts'
import { type Finding, finding, join, type Reason } from './finding.ts'
import type { Missing } from './missing-item.ts'
import { anchorDay, type Setting, windowDays } from './setting.ts'
import { matchWhere } from './where.ts'

/**
 * Whether an event occurred within a window. True by one charted event that certainly lies in it. False only by
 * negative findings that cover the whole window: no record is no answer, and one listed event does not make the
 * list complete.
 */
export function evaluateEvent(condition: ConditionOf<'event'>, setting: Setting): Finding {
  const window = resolve(condition.when, setting.choices)
  const anchor = anchorDay(window.anchor, setting)
  if (anchor === undefined) return unknownAnchor(window.anchor === 'dose' ? 'dose' : 'today')
  const days = windowDays(window, anchor, setting)
  // A charted event lies in the life, even where nothing is known of its date.
  const counted = window.kind === 'ever' ? { from: Number.NEGATIVE_INFINITY, to: days.to } : days
  const judged = selected(condition.event, setting).map(fact =>
    judge(condition.event, fact, window, counted, setting),
  )
  const occurred = judged.filter(({ truth }) => truth === 'true')
  if (occurred.length > 0) return longestInside(occurred)
  const open = judged.filter(({ truth }) => truth === 'unknown')
  if (open.length > 0) return join('unknown', open)
  const absence =
    contradiction(condition.event.topic, days, setting) ??
    otherState(condition, days, setting) ??
    evaluateAbsence(condition, window, anchor, days, setting)
  const unjudged = judged.filter(({ truth }) => truth === 'needs_judgement')
  if (unjudged.length === 0) return absence
  return absence.truth === 'false'
    ? join('needs_judgement', unjudged)
    : join('unknown', [absence, ...unjudged])
}

/**
 * Of a state that a patient has once at a time: the charted one that fills the whole window leaves no room for another.
 * Whether it is the one asked for was judged before.
 */
function otherState(
  { onlyOne, event }: ConditionOf<'event'>,
  days: Days,
  setting: Setting,
): Finding | undefined {
  if (!onlyOne) return undefined
  const states = setting.chart.of(event.topic)
  const filling = states.find(state => state.startLatest <= days.from && state.endEarliest >= days.to)
  if (filling === undefined || isReopened(filling, event.topic, days, setting)) return undefined
  const { fact } = filling
  return finding('false', { code: 'event_does_not_match', topic: event.topic, fact }, [fact])
}

/** Whether the question was asked in vain on or after the day that the state was charted. */
function isReopened({ fact }: IndexedFact, topic: EpisodeKind, days: Days, { chart }: Setting): boolean {
  const entered = dayOf(localDateOf(fact.enteredAt))
  return chart
    .statuses(topic)
    .some(({ content, on }) => content.state === 'unknown' && on >= entered && on <= days.to)
}

/** The charted events of a selector's topic and types. */
export function selected(selector: EventSelector, setting: Setting): readonly IndexedFact[] {
  const facts = setting.chart.of(selector.topic)
  if (selector.types === undefined) return facts
  const types = resolve(selector.types, setting.choices)
  return facts.filter(({ attributes }) => types.includes(attributes['type'] as string))
}

interface Days {
  readonly from: DayNumber
  readonly to: DayNumber
}

function judge(
  selector: EventSelector,
  event: IndexedFact,
  window: Window,
  days: Days,
  setting: Setting,
): Finding {
  const { topic } = selector
  const { fact } = event
  const overlap = overlaps(event, days)
  const match = matchWhere(selector.where, event, setting.choices)
  if (overlap.truth === 'false' || match.truth === 'false') return outside
  if (overlap.truth === 'unknown') {
    const missing: Missing = overlap.open === 'end' ? { what: 'end', topic } : { what: 'exact_time', topic }
    return finding(
      'unknown',
      { code: 'event_uncertain', topic, fact, window, open: overlap.open },
      [fact],
      [missing],
    )
  }
  const attribute = match.open?.attribute ?? ''
  if (match.truth === 'unknown') {
    const undecided = match.open?.because === 'undecided'
    const open = undecided ? 'undecided' : 'attribute'
    const missing: Missing = undecided ? { what: 'decision', topic } : { what: 'attribute', topic, attribute }
    return finding('unknown', { code: 'event_uncertain', topic, fact, window, open }, [fact], [missing])
  }
  if (match.truth === 'needs_judgement') {
    const reason: Reason = { code: 'event_needs_judgement', topic, fact, attribute }
    return finding('needs_judgement', reason, [fact], [{ what: 'attribute_judgement', topic, attribute }])
  }
  const insideUntil = lastDayInside(event, window, setting)
  return finding('true', { code: 'event_in_window', topic, fact, window, insideUntil }, [fact])
}

const outside: Finding = { truth: 'false', because: [], facts: [], missing: [], assumesRenewal: false }

function overlaps(event: IndexedFact, { from, to }: Days): { truth: Truth; open: 'time' | 'end' } {
  if (event.startEarliest > to || event.endLatest < from) return { truth: 'false', open: 'time' }
  if (event.startLatest <= to && event.endEarliest >= from) return { truth: 'true', open: 'time' }
  const endNotCharted = event.endLatest === Number.POSITIVE_INFINITY && event.startLatest <= to
  return { truth: 'unknown', open: endNotCharted ? 'end' : 'time' }
}

/** The last registration day for which the event still lies in the window; undefined where it never leaves. */
function lastDayInside(event: IndexedFact, window: Window, setting: Setting): DayNumber | undefined {
  if (window.kind === 'ever' || (window.anchor ?? 'registration') !== 'registration') return undefined
  const end = event.endEarliest
  if (!Number.isFinite(end) || window.kind === 'now') return Number.isFinite(end) ? end : undefined
  const inside = (day: DayNumber) => windowDays(window, day, setting).from <= end
  // Month ends make the inverse of a month's shift ambiguous by up to three days: look for the edge.
  let day = shiftDay(end, window.period, 1, 'next_day') + 3
  while (!inside(day)) day -= 1
  return day
}

/** Of several events in the window, the one that stays longest explains it; all of them are evidence. */
function longestInside(occurred: readonly Finding[]): Finding {
  const until = (part: Finding) => {
    const [reason] = part.because
    return reason?.code === 'event_in_window' ? (reason.insideUntil ?? Infinity) : -Infinity
  }
  const longest = occurred.reduce((best, part) => (until(part) > until(best) ? part : best))
  return { ...longest, facts: [...new Set(occurred.flatMap(part => part.facts))] }
}

function evaluateAbsence(
  condition: ConditionOf<'event'>,
  window: Window,
  anchor: DayNumber,
  days: Days,
  setting: Setting,
): Finding {
  const { topic } = condition.event
  const covered = coverage(topic, neededTypes(condition.event, setting), days, anchor, setting.chart)
  if (covered.state === 'covered') {
    const reason: Reason = { code: 'event_excluded', topic, window, findings: covered.findings }
    return finding('false', reason, covered.findings, [], covered.assumesRenewal)
  }
  const status = setting.chart.statuses(topic).find(({ on }) => on <= anchor)
  if (status?.content.state === 'not_applicable') {
    const accepted =
      condition.notApplicable !== undefined && resolve(condition.notApplicable, setting.choices) === 'absent'
    const reason: Reason = { code: 'not_applicable', topic, fact: status.fact, accepted }
    return accepted
      ? finding('false', reason, [status.fact])
      : finding('unknown', reason, [status.fact], [{ what: 'negative_finding', topic }])
  }
  const missing: Missing = { what: 'negative_finding', topic }
  if (status) {
    const reason: Reason = { code: 'asked_not_known', topic, analyte: undefined, fact: status.fact }
    return finding('unknown', reason, [status.fact], [missing])
  }
  const reason: Reason = { code: 'event_gap', topic, window, type: covered.type, covered: covered.covered }
  return finding('unknown', reason, [], [missing])
}

/** The types that a negative finding has to cover: the selector's, else all that the subject has. */
function neededTypes({ topic, types }: EventSelector, setting: Setting): readonly (string | undefined)[] {
  if (types !== undefined) return resolve(types, setting.choices)
  const known = typesOf(topic)
  return known.length > 0 ? known : [undefined]
}

function unknownAnchor(anchor: 'dose' | 'today'): Finding {
  return finding('unknown', { code: 'anchor_unknown', anchor }, [], [{ what: 'anchor', anchor }])
}
