import type { CivilDate, OffsetDateTime } from '../civil-date.ts'
import type { Fact } from '../facts/fact.ts'
import type { FactId } from '../ids.ts'
import type { LocalizedText } from '../text.ts'
import type { DeviationKind } from './deviation.ts'
import type { SiteDay } from './event-days.ts'

/** A departure from the protocol that the record shows. */
export interface SeenDeviation {
  /** Stable for as long as what it rests on stays charted; unique within a patient and protocol. */
  readonly key: string
  readonly kind: DeviationKind
  readonly on: CivilDate
  readonly text: LocalizedText
  readonly facts: readonly FactId[]
}

/** What departures are seen in, beside a calendar. */
export interface Seeing {
  readonly facts: readonly Fact[]
  readonly siteDay: SiteDay
  /** As the site entered it; absent: no entry is called late. */
  readonly lateEntryDays: number | undefined
  /** When a fact was charted for the first time, whatever was corrected since. */
  readonly firstEntered: (id: FactId) => OffsetDateTime | undefined
}
