import type { CivilDate } from '#shared/core/civil-date.ts'
import type { TimeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import type { Mark, VisitBand } from '#shared/core/trends/series.ts'
import type { DrawnLine, DrawnPoint } from './drawn-line.ts'

/** What all panels of a patient have in common. */
export interface PanelFrame {
  readonly axis: TimeAxis
  readonly day0: CivilDate | null
  readonly visits: readonly VisitBand[]
  readonly marks: readonly Mark[]
  /** Days with any value, in order: the crosshair stands on these. */
  readonly days: readonly number[]
  readonly baselineWord: string
  readonly dateOfTick: (date: string) => string
  readonly weekOfTick: (week: number) => string
}

export interface PanelProps {
  readonly frame: PanelFrame
  /** What it shows, for those who do not see it. */
  readonly label: string
  readonly lines: readonly DrawnLine[]
  readonly width: number
  readonly height: number
  readonly isLog?: boolean
  /** A line of its own: 1 where multiples are shown, 0 where changes are. */
  readonly level?: number
  /** Values that the axis must hold beside its own, so that two panels can be compared. */
  readonly alsoHolds?: readonly number[]
  readonly onOpen: (line: DrawnLine, point: DrawnPoint) => void
}
