import { z } from 'zod'
import { EventTime } from '../civil-date.ts'
import { FactId } from '../ids.ts'
import { LocalizedText } from '../text.ts'
import { CtcaeName } from './ctcae-entries.ts'

/** A graded laboratory value for which nobody has recorded an event or decided that it is none. Offered, never made. */
export const Offer = z.object({
  result: FactId,
  term: CtcaeName,
  /** Of the analyte. */
  name: LocalizedText,
  on: EventTime,
  printed: z.string(),
  /** By the printed limits, and against an abnormal baseline; null where it cannot be told. */
  absolute: z.int().nullable(),
  relative: z.int().nullable(),
  /** The value before the first dose that it is compared with, in four digits as beside a chart; null without one. */
  baseline: z.number().nullable(),
  unit: z.string(),
  /**
   * The grade before it in the same series, null for the first; by the same reading: by the printed limits before the first
   * dose, after it against the baseline where that was abnormal. A rise is what matters.
   */
  before: z.int().nullable(),
})
export type Offer = z.infer<typeof Offer>
