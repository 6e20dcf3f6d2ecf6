import type { Comparator } from '../decimal.ts'
import type { SeriesId } from './series.ts'

/** One number that a fact holds, in the unit of its series. */
export interface Value {
  readonly series: SeriesId
  /** Null where it stands in a unit, or was come by in a way, that does not compare. */
  readonly value: number | null
  readonly printed: string
  readonly comparator: Comparator | null
  readonly low: number | null
  readonly high: number | null
}

/** Under which circumstances a fact was measured, as far as it says. */
export interface Circumstances {
  /** Laboratory or examiner. */
  readonly by: string | null
  readonly device: string | null
  readonly breathing: string | null
  /** The report says that the specimen was not fit. */
  readonly isUnfit: boolean
}
