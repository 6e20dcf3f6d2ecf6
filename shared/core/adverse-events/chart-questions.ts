import type { Fact } from '../facts/fact.ts'
import { factsOf } from '../schedule/calendar-input.ts'
import { type LocalizedText, text } from '../text.ts'
import type { EventFact, EventSource } from './event-source.ts'
import { judgementsOf } from './judgements-of.ts'
import { isBefore } from './order.ts'
import { overlapping } from './overlaps.ts'
import { isFatal } from './own-questions.ts'
import { type Doubt, type Questioned, type QuestionRule, when } from './question-rule.ts'
import { isAgainstCategory } from './relation-category.ts'

type Charted =
  | 'fatal_without_death'
  | 'death_without_fatal_event'
  | 'before_consent'
  | 'overlaps_same_term'
  | 'related_against_who_umc'
  | 'reported_late'
  | 'reported_before_awareness'

/** Questions about an event beside the rest of the chart. */
export const chartQuestions: Readonly<Record<Charted, QuestionRule>> = {
  fatal_without_death: fatalWithoutDeath,
  death_without_fatal_event: deathWithoutFatalEvent,
  before_consent: beforeConsent,
  overlaps_same_term: overlapsSameTerm,
  related_against_who_umc: relatedAgainstWhoUmc,
  reported_late: reportedLate,
  reported_before_awareness: reportedBeforeAwareness,
}

/** All that says so must say so: the death in the chart, and the outcome. */
function fatalWithoutDeath({ content }: Questioned, { facts }: EventSource): Doubt | undefined {
  if (!isFatal(content)) return undefined
  const deaths = factsOf(facts, 'death')
  if (deaths.length === 0) return {}
  return content.outcome === 'fatal' ? undefined : { text: NOT_FATAL, about: idsOf(deaths) }
}

const NOT_FATAL = text(
  'Grade 5 or the criterion “death” is there, and the outcome is not “fatal”. Which is right?',
  '已记录5级或严重性标准“死亡”，但转归不是“死亡”。以何者为准？',
)

/** Asked of every event that may have gone on until the death, as long as none is fatal. */
function deathWithoutFatalEvent(asked: Questioned, source: EventSource): Doubt | undefined {
  const deaths = factsOf(source.facts, 'death')
  const isAnyFatal = [asked, ...othersOf(asked, source)].some(({ content }) => isFatal(content))
  const { from, to, outcome } = asked.content
  if (isAnyFatal || outcome === 'recovered' || outcome === 'recovered_with_sequelae') return undefined
  const { siteDay } = source
  const possible = deaths.filter(({ content: { on } }) => {
    const isOver = to !== undefined && to !== 'ongoing' && isBefore(to, on, siteDay)
    return !isOver && (from === undefined || !isBefore(on, from, siteDay))
  })
  return possible.length === 0 ? undefined : { about: idsOf(possible) }
}

/** Before every consent to the trial; where none is charted nobody can tell. */
function beforeConsent(
  { content: { from } }: Questioned,
  { facts, calendar, siteDay }: EventSource,
): Doubt | undefined {
  const consents = factsOf(facts, 'consent').filter(
    ({ content }) => content.status === 'signed' && content.protocol === calendar?.protocol,
  )
  const isEarlier = consents.every(({ content }) => from !== undefined && isBefore(from, content.on, siteDay))
  return consents.length > 0 && isEarlier ? { about: idsOf(consents) } : undefined
}

function overlapsSameTerm(asked: Questioned, source: EventSource): Doubt | undefined {
  const same = overlapping(asked.content, othersOf(asked, source), source.siteDay)
  return same.length === 0 ? undefined : { text: overlapText(same), about: idsOf(same) }
}

function overlapText(same: readonly EventFact[]): LocalizedText {
  const named = (language: 'en' | 'zh-CN') =>
    same.map(({ content: { term, from } }) => {
      const since = from?.slice(0, 10)
      if (language === 'en') return `“${term}”${since === undefined ? '' : ` from ${since}`}`
      return `“${term}”${since === undefined ? '' : `（${since} 起）`}`
    })
  return text(
    `${named('en').join(', ')} has the same term and an overlapping time. Is it one event?`,
    `${named('zh-CN').join('、')}术语相同且时间重叠。是否为同一事件？`,
  )
}

function relatedAgainstWhoUmc({ event, safety }: Questioned, { facts }: EventSource): Doubt | undefined {
  const judgements = event === undefined ? [] : judgementsOf(event, facts)
  const against = judgements.filter(({ content }) => isAgainstCategory(content, safety?.relatedCategories))
  return against.length === 0 ? undefined : { about: idsOf(against) }
}

/** The reason stands with the report; where the report has none it is asked here. */
function reportedLate({ clocks }: Questioned): Doubt | undefined {
  const late = clocks.filter(({ state }) => state === 'met_late')
  if (late.length === 0) return when(false)
  const reasons = [...new Set(late.flatMap(({ lateReason }) => lateReason ?? []))]
  return {
    about: [...new Set(late.flatMap(({ report }) => report ?? []))],
    answer: late.every(({ lateReason }) => lateReason !== null) ? reasons.join('; ') : null,
  }
}

function reportedBeforeAwareness({ event, content: { aware } }: Questioned, { facts }: EventSource) {
  const early = factsOf(facts, 'safety_report').filter(
    ({ content }) =>
      aware !== undefined && content.event === event && Date.parse(content.on) < Date.parse(aware.at),
  )
  return early.length === 0 ? undefined : { about: idsOf(early) }
}

function othersOf({ event }: Questioned, { facts }: EventSource): EventFact[] {
  return factsOf(facts, 'adverse_event').filter(({ id }) => id !== event)
}

function idsOf(facts: readonly Fact[]) {
  return facts.map(({ id }) => id)
}
