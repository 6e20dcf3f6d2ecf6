import type { Paragraph } from './text.ts'

/** A mark on an axis, with its labels below each other. */
export interface Tick {
  readonly at: number
  readonly labels: readonly string[]
}

/** What is shown of one dimension, with its marks. */
export interface Axis {
  readonly from: number
  readonly to: number
  readonly ticks: readonly Tick[]
}

/** A stretch of time over the whole height, or between two values where it has them; null is an open side. */
export interface Area {
  readonly from: number
  readonly to: number
  readonly low?: number | null
  readonly high?: number | null
  readonly tone: 'window' | 'missed' | 'range'
}

/** A day over the whole height, or at the upper edge alone. */
export interface Moment {
  readonly at: number
  readonly look: 'dose' | 'event' | 'planned'
}

interface Spot {
  readonly at: number
  readonly value: number
}

/** The line between two neighbours; `weak` where an end is a limit or unfit, `within` where the change may be noise. */
export interface Stroke {
  readonly before: Spot
  readonly after: Spot
  readonly kind: 'plain' | 'weak' | 'within'
  /** Marked half-way: another laboratory, examiner, device or phase. */
  readonly isMeasuredOtherwise: boolean
}

/** How a value looks. A cross stands in place of any form. */
export interface Look {
  readonly form: 'circle' | 'square' | 'down' | 'up'
  readonly isHollow: boolean
  readonly isCrossed: boolean
}

/** One quantity over time, in its own units: where that lies on paper is decided when it is laid out. */
export interface Chart {
  readonly title: Paragraph
  /** At the right of the title, where there is room. */
  readonly aside?: Paragraph
  /** What it shows, for those who do not see it. */
  readonly alternative: string
  readonly time: Axis
  readonly values: Axis
  readonly isLog: boolean
  readonly areas: readonly Area[]
  readonly moments: readonly Moment[]
  /** Drawn dashed. */
  readonly baseline: number | null
  readonly strokes: readonly Stroke[]
  readonly points: readonly (Spot & { readonly look: Look })[]
}

/** Something that happened, named beside it; `until` where it went on for a time. */
export interface TimelineNote {
  readonly at: number
  readonly until: number | null
  readonly look: 'dose' | 'event' | 'visit'
  readonly words: Paragraph
}

/** What happened, along one axis. */
export interface Timeline {
  readonly time: Axis
  readonly notes: readonly TimelineNote[]
  readonly alternative: string
}
