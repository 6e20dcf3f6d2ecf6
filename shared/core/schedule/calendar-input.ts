import type { CivilDate } from '../civil-date.ts'
import type { FactContentOf } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import type { ProtocolDefinition } from '../protocol/definition.ts'
import type { ChosenReadings } from '../protocol/reading.ts'
import type { ChartingChoices } from '../trends/charting-choices.ts'
import type { SiteDay } from './event-days.ts'
import type { SiteSchedule } from './site-schedule.ts'

/** Days that somebody planned through the gate. */
export interface ScheduledDays {
  readonly enrolment: CivilDate | undefined
  /** By number of the dose. */
  readonly doses: ReadonlyMap<number, CivilDate>
}

/** How a protocol is conducted at the site: its definition, what the site chose and what it entered. */
export interface Conducted {
  readonly definition: Pick<
    ProtocolDefinition,
    'id' | 'visits' | 'assessments' | 'arms' | 'safetyWindows'
  > & {
    readonly readings: readonly { readonly id: string }[]
  }
  readonly readings: ChosenReadings
  /** What the site entered, with its version; absent: nothing. */
  readonly schedule: { readonly version: number; readonly content: SiteSchedule } | undefined
  /** Which value Child-Pugh takes for coagulation, where the site chose. */
  readonly coagulation: NonNullable<ChartingChoices['childPugh']>['coagulation'] | undefined
}

/** Everything that one patient's calendar in one protocol is computed from. */
export interface CalendarInput extends Conducted {
  readonly facts: readonly Fact[]
  readonly scheduled: ScheduledDays
  readonly today: CivilDate
  readonly siteDay: SiteDay
}

/** A fact of one kind. */
export type FactOf<K extends Fact['content']['kind']> = Fact & { readonly content: FactContentOf<K> }

/** The facts of one kind, in the order given. */
export function factsOf<K extends Fact['content']['kind']>(facts: readonly Fact[], kind: K): FactOf<K>[] {
  return facts.filter((fact): fact is FactOf<K> => fact.content.kind === kind)
}
