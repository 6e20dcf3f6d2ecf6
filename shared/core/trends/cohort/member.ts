import { type DayNumber, dayOf } from '../../civil-date.ts'
import type { PatientId } from '../../ids.ts'
import { isInstant } from '../axis.ts'
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

/** The day of a point on the site's calendar, whatever offset it was written with. */
export function dayOfPoint({ on }: Pick<Point, 'on'>, { source }: Pick<Member, 'source'>): DayNumber {
  return dayOf(isInstant(on) ? source.siteDay(on) : on)
}
