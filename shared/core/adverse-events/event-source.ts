import type { FactContentOf } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import type { Calendar } from '../schedule/calendar.ts'
import type { FactOf } from '../schedule/calendar-input.ts'
import type { SiteDay } from '../schedule/event-days.ts'

/** An adverse event as charted. */
export type EventFact = FactOf<'adverse_event'>
export type EventContent = FactContentOf<'adverse_event'>

/** Everything that what an event amounts to is computed from. */
export interface EventSource {
  /** All facts of the patient. */
  readonly facts: readonly Fact[]
  /** Of the trial that the patient is in; undefined outside one. */
  readonly calendar: Calendar | undefined
  readonly siteDay: SiteDay
}
