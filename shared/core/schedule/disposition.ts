import type { DayNumber, EventTime } from '../civil-date.ts'
import type { Fact } from '../facts/fact.ts'
import type { ProtocolId } from '../ids.ts'
import { type LocalizedText, text } from '../text.ts'
import { type FactOf, factsOf } from './calendar-input.ts'
import { type SiteDay, siteDaysOf } from './event-days.ts'

/** How a trial ended for a patient, and the days on which that can have been. */
export interface End {
  readonly fact: Fact
  readonly on: EventTime
  readonly how: LocalizedText
  readonly isCompletion: boolean
  /** The last day that it can have been. */
  readonly day: DayNumber
}

const ends: Readonly<Record<string, LocalizedText>> = {
  completed: text('completed', '完成试验'),
  discontinued: text('discontinued', '退出试验'),
  lost_to_follow_up: text('lost to follow-up', '失访'),
}

const DEATH = text('death', '死亡')

/** The enrolment that counts: the latest one charted. */
export function enrolledFact(
  facts: readonly Fact[],
  protocol: ProtocolId,
  siteDay: SiteDay,
): FactOf<'enrolment'> | undefined {
  return factsOf(facts, 'enrolment')
    .filter(({ content }) => content.protocol === protocol && content.status === 'enrolled')
    .sort((a, b) => startOf(a, siteDay) - startOf(b, siteDay))
    .at(-1)
}

/**
 * The first of completion, discontinuation, loss and death. A transplant ends no visits: survival is followed on. What
 * certainly lies before the enrolment ended an earlier one.
 */
export function endOf(facts: readonly Fact[], protocol: ProtocolId, siteDay: SiteDay): End | undefined {
  const from = firstDayOf(facts, protocol, siteDay)
  return [...statusEnds(facts, protocol), ...deaths(facts)]
    .map(end => ({ ...end, day: siteDaysOf(end.on, siteDay).latest }))
    .filter(({ day }) => day >= from)
    .sort((a, b) => a.day - b.day)[0]
}

/** Whether the product is given no longer, although visits may go on. What lies before the enrolment ended an earlier one. */
export function isTreatmentDiscontinued(
  facts: readonly Fact[],
  protocol: ProtocolId,
  siteDay: SiteDay,
): boolean {
  const from = firstDayOf(facts, protocol, siteDay)
  return factsOf(facts, 'enrolment').some(({ content }) => {
    const isEnd = content.protocol === protocol && content.status === 'treatment_discontinued'
    return isEnd && siteDaysOf(content.on, siteDay).latest >= from
  })
}

function statusEnds(facts: readonly Fact[], protocol: ProtocolId): Omit<End, 'day'>[] {
  return factsOf(facts, 'enrolment').flatMap(fact => {
    const how = ends[fact.content.status]
    const isCompletion = fact.content.status === 'completed'
    return fact.content.protocol === protocol && how !== undefined
      ? [{ fact, on: fact.content.on, how, isCompletion }]
      : []
  })
}

function deaths(facts: readonly Fact[]): Omit<End, 'day'>[] {
  return factsOf(facts, 'death').map(fact => ({ fact, on: fact.content.on, how: DEATH, isCompletion: false }))
}

/** The first day that the enrolment that counts can have been on; everything counts where there is none. */
function firstDayOf(facts: readonly Fact[], protocol: ProtocolId, siteDay: SiteDay): DayNumber {
  const enrolled = enrolledFact(facts, protocol, siteDay)
  return enrolled === undefined ? Number.NEGATIVE_INFINITY : startOf(enrolled, siteDay)
}

function startOf({ content }: FactOf<'enrolment'>, siteDay: SiteDay): DayNumber {
  return siteDaysOf(content.on, siteDay).earliest
}
