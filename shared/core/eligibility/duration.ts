import { shiftDay } from '../civil-date.ts'
import type { EpisodeKind } from '../facts/content.ts'
import type { ConditionOf } from '../protocol/condition.ts'
import { resolve } from '../protocol/reading.ts'
import { all, any, type Truth } from '../truth.ts'
import type { IndexedFact, IndexedStatus } from './chart-index.ts'
import { coverage } from './coverage.ts'
import { selected } from './event.ts'
import { type Finding, finding, join, type Missing, type Reason } from './finding.ts'
import { type Setting, windowDays } from './setting.ts'
import { matchWhere } from './where.ts'

/**
 * Whether a course or treatment lasts longer than a period: the time between its first day and the day asked for (or
 * its last day, if earlier) must exceed it; exactly the period is not more. The charted courses are the answer.
 */
export function evaluateDuration(condition: ConditionOf<'duration'>, setting: Setting): Finding {
  const selector = resolve(condition.event, setting.choices)
  const { topic } = selector
  const courses = selected(selector, setting)
  if (courses.length === 0) return noCourse(topic, setting)
  const parts = courses.map(course => {
    const match = matchWhere(selector.where, course, setting.choices)
    if (match.truth === 'false')
      return finding('false', { code: 'event_does_not_match', topic, fact: course.fact }, [course.fact])
    const length = judgeLength(condition, topic, course, setting)
    const truth = all([length.truth, match.truth])
    if (truth === 'true' || truth === length.truth || match.open === undefined) return length
    return openAttribute(topic, course, match.open, truth)
  })
  // A course that was asked for in vain, on whatever day, may be the longer one; unless there was none by that day.
  const asked = setting.chart.statuses(topic).find(({ content }) => content.state === 'unknown')
  if (asked && lifeWithout(topic, setting).state === 'gap') parts.push(askedInVain(topic, asked))
  return join(any(parts.map(part => part.truth)), parts)
}

function askedInVain(topic: EpisodeKind, { fact }: IndexedStatus): Finding {
  const reason: Reason = { code: 'asked_not_known', topic, analyte: undefined, fact }
  return finding('unknown', reason, [fact], [{ what: 'event_record', topic }])
}

function judgeLength(
  { measured, moreThan: period, monthEnd }: ConditionOf<'duration'>,
  topic: EpisodeKind,
  course: IndexedFact,
  setting: Setting,
): Finding {
  const { fact } = course
  const rule = resolve(monthEnd, setting.choices)
  const earliestEdge = shiftDay(course.startEarliest, period, 1, rule)
  const latestEdge = shiftDay(course.startLatest, period, 1, rule)
  const ended = measured === 'start_to_end'
  const reachEarliest = ended ? Math.min(course.endEarliest, setting.day) : setting.day
  const reachLatest = ended ? Math.min(course.endLatest, setting.day) : setting.day
  if (reachEarliest > latestEdge) {
    return finding('true', { code: 'duration_reached', topic, fact, period, day: latestEdge + 1 }, [fact])
  }
  if (reachLatest > earliestEdge) {
    const missing: Missing = { what: 'exact_time', topic }
    return finding('unknown', { code: 'duration_uncertain', topic, fact, period }, [fact], [missing])
  }
  const tooShort = ended && course.endLatest <= earliestEdge
  const reason: Reason = tooShort
    ? { code: 'duration_too_short', topic, fact, period }
    : { code: 'duration_not_yet', topic, fact, period, day: earliestEdge + 1 }
  return finding('false', reason, [fact])
}

function openAttribute(
  topic: EpisodeKind,
  { fact }: IndexedFact,
  open: { attribute: string; because: string },
  truth: Truth,
): Finding {
  const { attribute } = open
  const judged = open.because === 'judgement'
  const reason: Reason = { code: 'event_needs_judgement', topic, fact, attribute }
  return finding(
    truth,
    reason,
    [fact],
    [{ what: judged ? 'attribute_judgement' : 'attribute', topic, attribute }],
  )
}

function lifeWithout(topic: EpisodeKind, setting: Setting): ReturnType<typeof coverage> {
  const days = windowDays({ kind: 'ever' }, setting.day, setting)
  return coverage(topic, [undefined], days, setting.day, setting.chart)
}

function noCourse(topic: EpisodeKind, setting: Setting): Finding {
  const covered = lifeWithout(topic, setting)
  if (covered.state === 'covered') {
    const reason: Reason = { code: 'no_such_event', topic, facts: covered.findings }
    return finding('false', reason, covered.findings, [], covered.assumesRenewal)
  }
  const missing: Missing[] = [{ what: 'event_record', topic }]
  const status = setting.chart.statuses(topic).find(({ on }) => on <= setting.day)
  if (status === undefined) return finding('unknown', { code: 'no_record', topic }, [], missing)
  if (status.content.state === 'unknown') return askedInVain(topic, status)
  const reason: Reason = { code: 'not_applicable', topic, fact: status.fact, accepted: false }
  return finding('unknown', reason, [status.fact], missing)
}
