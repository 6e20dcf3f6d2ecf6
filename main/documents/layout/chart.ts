import type { Link } from '#shared/core/trends/drawing/links.ts'
import type { PointLook } from '#shared/core/trends/drawing/point-look.ts'
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
  readonly strokes: readonly Link<Spot>[]
  readonly points: readonly (Spot & { readonly look: PointLook })[]
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
