import { factsOf } from '../schedule/calendar-input.ts'
import type { CtcaeName } from './ctcae-entries.ts'
import type { EventContent, EventSource } from './event-source.ts'
import { isBefore } from './order.ts'
import type { Rise } from './rises.ts'

/**
 * Whether somebody has said what a graded value is: an event was recorded from it, it was judged not clinically
 * significant, or an event of its term was going on then and is charted with that grade.
 */
export function isSettled(
  rise: Pick<Rise, 'point' | 'fact' | 'grade'> & { readonly term: CtcaeName },
  { facts, siteDay }: EventSource,
): boolean {
  const { fact, term } = rise
  const isJudged = factsOf(facts, 'result_assessment').some(
    ({ content }) => content.result === fact && content.term === term,
  )
  const events = factsOf(facts, 'adverse_event').map(({ content }) => content)
  return isJudged || events.some(event => event.result === fact || covers(event, rise, siteDay))
}

function covers(
  { ctcae, from, to, grades }: EventContent,
  { point: { on }, grade, term }: Parameters<typeof isSettled>[0],
  siteDay: EventSource['siteDay'],
): boolean {
  if (ctcae !== term || (from !== undefined && isBefore(on, from, siteDay))) return false
  const isOver = to !== undefined && to !== 'ongoing' && isBefore(to, on, siteDay)
  return !isOver && grades.some(one => one.grade >= grade && !isBefore(on, one.from, siteDay))
}
