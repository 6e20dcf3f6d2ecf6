import { dayOf, localDateOf, type Period, shiftDay } from '../civil-date.ts'
import type { EpisodeKind } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import type { ConditionOf, EventSelector } from '../protocol/condition.ts'
import { resolve } from '../protocol/reading.ts'
import { all, any, type Truth } from '../truth.ts'
import type { IndexedFact, IndexedStatus } from './chart-index.ts'
import { coverage } from './coverage.ts'
import { selected } from './event.ts'
import { type Finding, finding, join, type Reason } from './finding.ts'
import { latestOn } from './latest.ts'
import type { Missing } from './missing-item.ts'
import { type Setting, windowDays } from './setting.ts'
import { matchWhere } from './where.ts'

/**
 * Whether a course or treatment lasts longer than a period: the time between its first day and the day asked for (or
 * its last day, if earlier) must exceed it; exactly the period is not more. The charted courses are the answer.
 * Episodes that touch are one course, unless the rule asks for attributes, which each episode has for itself.
 */
export function evaluateDuration(condition: ConditionOf<'duration'>, setting: Setting): Finding {
  const selector = resolve(condition.event, setting.choices)
  const { topic } = selector
  const episodes = selected(selector, setting)
  if (episodes.length === 0) return noCourse(topic, setting)
  const counts = condition.counts === undefined ? 'any' : resolve(condition.counts, setting.choices)
  const judgeJoined = (touching: Touch) => {
    const joined = selector.where === undefined ? joinEpisodes(episodes, touching) : episodes
    const courses = counts === 'latest' ? latestOf(joined, setting) : joined
    return courses.map(course => judgeCourse(condition, selector, course, setting))
  }
  const parts = judgeJoined(touch)
  // Episodes too short by themselves may be one course, where their dates are not known well enough.
  if (parts.every(part => part.truth === 'false')) {
    const open = judgeJoined(mayTouch).filter(part => part.truth !== 'false')
    if (open.length > 0)
      return join(
        'unknown',
        open.map(part => unclear(part, topic, condition.moreThan)),
      )
  }
  // A course that was asked for in vain, on whatever day, may be the longer one; unless there was none by that day.
  const asked = setting.chart.statuses(topic).find(({ content }) => content.state === 'unknown')
  if (asked && lifeWithout(topic, setting).state === 'gap') parts.push(askedInVain(topic, asked))
  const truths = parts.map(part => part.truth)
  const agreed = counts === 'any' || truths.every(truth => truth === truths[0]) ? any(truths) : 'unknown'
  return join(
    agreed,
    agreed === 'unknown' ? parts.map(part => ({ ...part, truth: 'unknown' as const })) : parts,
  )
}

function unclear({ facts }: Finding, topic: EpisodeKind, period: Period): Finding {
  const because = facts.map((fact): Reason => ({ code: 'duration_uncertain', topic, fact, period }))
  return { truth: 'unknown', because, facts, missing: [{ what: 'exact_time', topic }], assumesRenewal: false }
}

function judgeCourse(
  condition: ConditionOf<'duration'>,
  selector: EventSelector,
  course: Course,
  setting: Setting,
): Finding {
  const { topic, where } = selector
  const match = matchWhere(where, course, setting.choices)
  if (match.truth === 'false') {
    return finding('false', { code: 'event_does_not_match', topic, fact: course.fact }, [course.fact])
  }
  const length = judgeLength(condition, topic, course, setting)
  const truth = all([length.truth, match.truth])
  if (truth !== 'true' && truth !== length.truth && match.open !== undefined) {
    return openAttribute(topic, course, match.open, truth)
  }
  const judged = where?.find(clause => clause.judged)
  return truth === 'true' && judged
    ? judgedInTime(condition, judged.attribute, length, course, setting)
    : length
}

/**
 * A result counts only if it was judged when the course had lasted long enough: what was charted earlier is a judgement
 * of something shorter. On a projected day it is assumed to be renewed, as negative findings are.
 */
function judgedInTime(
  { moreThan, monthEnd, event }: ConditionOf<'duration'>,
  attribute: string,
  length: Finding,
  { startLatest, fact }: IndexedFact,
  setting: Setting,
): Finding {
  const entered = dayOf(localDateOf(fact.enteredAt))
  if (entered > shiftDay(startLatest, moreThan, 1, resolve(monthEnd, setting.choices))) return length
  if (setting.day > setting.chart.lastEntry) return { ...length, assumesRenewal: true }
  const { topic } = resolve(event, setting.choices)
  return openAttribute(topic, { fact }, { attribute, because: 'judgement' }, 'needs_judgement')
}

/** An episode, or several that touch: the first stands for them, all are evidence. */
type Course = IndexedFact & { readonly joined?: readonly Fact[] }

type Touch = (one: IndexedFact, other: IndexedFact) => boolean

/** Whether two episodes leave no day between them, on all of the days that their times can stand for. */
const touch: Touch = (one, other) =>
  other.startLatest <= one.endEarliest + 1 && one.startLatest <= other.endEarliest + 1

/** The same on at least one of those days. */
const mayTouch: Touch = (one, other) =>
  other.startEarliest <= one.endLatest + 1 && one.startEarliest <= other.endLatest + 1

/** Episodes in order of their start, those that touch joined into one course; its first fact stands for it. */
function joinEpisodes(episodes: readonly IndexedFact[], touching: Touch): readonly Course[] {
  const courses: Course[] = []
  for (const episode of episodes) {
    const last = courses.at(-1)
    if (last === undefined || !touching(last, episode)) courses.push(episode)
    else {
      courses[courses.length - 1] = {
        ...last,
        joined: [...(last.joined ?? [last.fact]), episode.fact],
        startLatest: Math.min(last.startLatest, episode.startLatest),
        endEarliest: Math.max(last.endEarliest, episode.endEarliest),
        endLatest: Math.max(last.endLatest, episode.endLatest),
      }
    }
  }
  return courses
}

/** The courses that can be the latest one begun by the day; all of them, where none certainly has. */
function latestOf(courses: readonly Course[], { day }: Setting): readonly Course[] {
  const { records } = latestOn(courses, day)
  return records.length > 0 ? records : courses
}

function askedInVain(topic: EpisodeKind, { fact }: IndexedStatus): Finding {
  const reason: Reason = { code: 'asked_not_known', topic, analyte: undefined, fact }
  return finding('unknown', reason, [fact], [{ what: 'event_record', topic }])
}

function judgeLength(
  { measured, moreThan: period, monthEnd }: ConditionOf<'duration'>,
  topic: EpisodeKind,
  course: Course,
  setting: Setting,
): Finding {
  const { fact } = course
  const facts = course.joined ?? [fact]
  const rule = resolve(monthEnd, setting.choices)
  const earliestEdge = shiftDay(course.startEarliest, period, 1, rule)
  const latestEdge = shiftDay(course.startLatest, period, 1, rule)
  const ended = measured === 'start_to_end'
  const reachEarliest = ended ? Math.min(course.endEarliest, setting.day) : setting.day
  const reachLatest = ended ? Math.min(course.endLatest, setting.day) : setting.day
  if (reachEarliest > latestEdge) {
    return finding('true', { code: 'duration_reached', topic, fact, period, day: latestEdge + 1 }, facts)
  }
  if (reachLatest > earliestEdge) {
    const missing: Missing = { what: 'exact_time', topic }
    return finding('unknown', { code: 'duration_uncertain', topic, fact, period }, facts, [missing])
  }
  const tooShort = ended && course.endLatest <= earliestEdge
  const reason: Reason = tooShort
    ? { code: 'duration_too_short', topic, fact, period }
    : { code: 'duration_not_yet', topic, fact, period, day: earliestEdge + 1 }
  return finding('false', reason, facts)
}

function openAttribute(
  topic: EpisodeKind,
  { fact }: Pick<IndexedFact, 'fact'>,
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
