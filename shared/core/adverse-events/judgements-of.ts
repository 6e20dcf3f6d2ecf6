import type { Fact } from '../facts/fact.ts'
import type { FactId } from '../ids.ts'
import { type FactOf, factsOf } from '../schedule/calendar-input.ts'

/** Every judgement of an event that stands in the chart, the last one first. */
export function judgementsOf(event: FactId, facts: readonly Fact[]): FactOf<'causality'>[] {
  return factsOf(facts, 'causality')
    .filter(({ content }) => content.event === event)
    .sort((a, b) => Date.parse(b.enteredAt) - Date.parse(a.enteredAt) || (a.id < b.id ? 1 : -1))
}
