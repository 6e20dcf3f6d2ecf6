import { z } from 'zod'
import { CivilDate } from '../civil-date.ts'
import { DeviationKind } from '../schedule/deviation.ts'
import { LocalizedText } from '../text.ts'
import { SeriesId, Trends } from '../trends/series.ts'
import { NamedCandidate, NamedProtocol } from './named.ts'

/** The trends of one patient as they were reviewed: what was drawn, and everything that it was drawn from. */
export const ChartReview = z.strictObject({
  kind: z.literal('chart_review'),
  candidate: NamedCandidate,
  /** Null outside a trial: then there is no day 0. */
  protocol: NamedProtocol.nullable(),
  /** Versions of what the site entered; 0 where it entered none. */
  scheduleVersion: z.int().min(0),
  chartingVersion: z.int().min(0),
  /** What was asked for; null for everything that there is. */
  asked: z.array(SeriesId).nullable(),
  trends: Trends,
  deviations: z.array(z.strictObject({ on: CivilDate, kind: DeviationKind, text: LocalizedText })),
})
export type ChartReview = z.infer<typeof ChartReview>
