import type { Fact } from '../facts/fact.ts'
import type { FactId } from '../ids.ts'
import { type FactOf, factsOf } from '../schedule/calendar-input.ts'

/** The reports of an event, the newest first. */
export function reportsOf(event: FactId, facts: readonly Fact[]): FactOf<'safety_report'>[] {
  return factsOf(facts, 'safety_report')
    .filter(({ content }) => content.event === event)
    .sort((a, b) => Date.parse(b.content.on) - Date.parse(a.content.on))
}
