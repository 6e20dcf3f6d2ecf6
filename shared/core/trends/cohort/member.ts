import type { PatientId } from '../../ids.ts'
import type { Point, Series, SeriesId, Trends } from '../series.ts'
import type { TrendSource } from '../source.ts'
import type { VisitDays } from '../visit-days.ts'

/** One patient of a cohort with the own trends. */
export interface Member {
  readonly patientId: PatientId
  readonly screeningNumber: string
  readonly initials: string
  readonly source: TrendSource
  readonly trends: Trends
  readonly visits: VisitDays
}

export function seriesIn({ trends }: Pick<Member, 'trends'>, id: SeriesId): Series | undefined {
  return trends.series.find(series => series.id === id)
}

/** The day of a point as it was written. */
export function dayOfPoint({ at }: Pick<Point, 'at'>): number {
  return Math.floor(at)
}
