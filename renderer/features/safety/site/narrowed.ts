import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { isSerious } from '#shared/core/adverse-events/seriousness.ts'
import { isPressing, stateAt } from '../clocks/clock-at.ts'
import type { EventOrder, SafetySearch } from './safety-search.ts'

/** Whether one filter lets an event through. */
type Passes = (event: ListedEvent, wanted: string, now: string) => boolean

type Filter = Exclude<keyof SafetySearch, 'part' | 'order'>

const filters: Readonly<Record<Filter, Passes>> = {
  protocol: (event, wanted) => event.protocol === wanted,
  cohort: (event, wanted) => event.cohort === wanted,
  serious: ({ content }, wanted) =>
    (isSerious(content) ? 'yes' : (content.serious ?? 'unanswered')) === wanted,
  grade: ({ worst }, wanted) =>
    wanted === '3plus' ? worst !== null && worst >= 3 : String(worst ?? 'none') === wanted,
  relation: ({ causality }, wanted) => (causality?.content.product ?? 'unassessed') === wanted,
  organClass: (event, wanted) => event.organClass === wanted,
  emergence: (event, wanted) => event.emergence === wanted,
  questions: event => openQuestions(event) > 0,
  clock: (event, wanted, now) => hasClock(event, wanted, now),
}

function hasClock({ clocks }: ListedEvent, wanted: string, now: string): boolean {
  const states = clocks.map(clock => stateAt(clock, now))
  if (wanted === 'late') return states.some(state => state === 'met_late' || state === 'overdue')
  return states.some(state => isPressing(state) || (wanted === 'running' && state === 'running'))
}

/** Questions about an event that nobody has answered. */
export function openQuestions({ questions }: ListedEvent): number {
  return questions.filter(({ answer }) => answer === null).length
}

/** The events that every filter lets through; `now` is the engine's. */
export function narrowed(
  events: readonly ListedEvent[],
  search: SafetySearch,
  now: string,
): readonly ListedEvent[] {
  const wanted = Object.entries(search).flatMap(([name, value]) =>
    name in filters && value !== undefined ? [[filters[name as Filter], value] as const] : [],
  )
  return events.filter(event => wanted.every(([passes, value]) => passes(event, value, now)))
}

/** Found by the candidate's number or by words of the term. */
export function matchingEvents(events: readonly ListedEvent[], typed: string): readonly ListedEvent[] {
  const words = typed.trim().toLowerCase()
  if (words === '') return events
  return events.filter(({ screeningNumber, content: { term } }) =>
    `${screeningNumber} ${term}`.toLowerCase().includes(words),
  )
}

const orders: Readonly<Record<EventOrder, (a: ListedEvent, b: ListedEvent) => number>> = {
  // As the engine lists them.
  onset: () => 0,
  number: (a, b) => a.screeningNumber.localeCompare(b.screeningNumber, 'en', { numeric: true }),
  grade: (a, b) => (b.worst ?? 0) - (a.worst ?? 0),
}

/** In the order that was asked for; within it the newest onset first. */
export function ordered(events: readonly ListedEvent[], by: EventOrder): readonly ListedEvent[] {
  return events.toSorted(orders[by])
}
