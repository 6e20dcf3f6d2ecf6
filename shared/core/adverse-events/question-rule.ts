import type { OffsetDateTime } from '../civil-date.ts'
import type { FactId } from '../ids.ts'
import type { LocalizedText } from '../text.ts'
import type { Clock } from './clock.ts'
import type { EventContent, EventSource } from './event-source.ts'
import type { SiteSafety } from './site-safety.ts'

/** What an event said before it was corrected. */
export interface Replaced {
  readonly content: EventContent
  readonly enteredAt: OffsetDateTime
  /** Why it was corrected; null where the correction is only being typed. */
  readonly reason: string | null
}

/** An event about which questions arise, charted or as somebody has typed it. */
export interface Questioned {
  /** Undefined where it is not charted yet. */
  readonly event: FactId | undefined
  readonly content: EventContent
  /** The oldest first. */
  readonly earlier: readonly Replaced[]
  /** Its deadlines; none for what is only typed. */
  readonly clocks: readonly Clock[]
  readonly safety: Pick<SiteSafety, 'relatedCategories'> | undefined
}

/** Something that does not fit together; in words of its own where something has to be named. */
export interface Doubt {
  readonly text?: LocalizedText
  readonly about?: readonly FactId[]
  /** A reason that was kept elsewhere in the record. */
  readonly answer?: string | null
}

/** Whether one question arises. */
export type QuestionRule = (asked: Questioned, source: EventSource) => Doubt | undefined

/** A question in the words of its code. */
export function when(arises: boolean): Doubt | undefined {
  return arises ? {} : undefined
}
