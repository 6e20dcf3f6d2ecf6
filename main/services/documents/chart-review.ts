import type { QueryContext } from '#main/services/context.ts'
import { patientOf } from '#main/services/patients.ts'
import { chartedProtocol } from '#main/services/trends/conducted.ts'
import { siteDayOf } from '#main/services/trends/site-day.ts'
import { sourceOf, todayAt } from '#main/services/trends/source.ts'
import { currentConduct } from '#main/store/conduct-repository.ts'
import { currentFacts } from '#main/store/fact-repository.ts'
import type { DocumentRequest } from '#shared/api/documents.ts'
import type { ChartReview } from '#shared/core/documents/chart-review.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { SeriesId, Trends } from '#shared/core/trends/series.ts'
import { trendsOf } from '#shared/core/trends/trends.ts'
import { seenDeviations } from './deviation-list.ts'
import { namedCandidate, namedProtocol } from './named.ts'

type Request = Extract<DocumentRequest, { kind: 'chart_review' }>

/** The trends as the charts show them now, with what they rest on. */
export function chartReview({ patientId, protocolId, series }: Request, context: QueryContext): ChartReview {
  const source = reviewedSource(patientId, protocolId, context)
  const version = (part: 'schedule' | 'charting') => versionOf(protocolId, part, context)
  const seen = protocolId === null ? [] : seenDeviations({ patientId, protocolId }, context)
  return {
    kind: 'chart_review',
    candidate: namedCandidate(patientId, protocolId, context.db),
    protocol: protocolId === null ? null : namedProtocol(protocolId, context),
    scheduleVersion: version('schedule'),
    chartingVersion: version('charting'),
    asked: series ?? null,
    trends: ofSeries(trendsOf(source), series),
    deviations: seen.map(({ on, kind, text }) => ({ on, kind, text })),
  }
}

/** A patient as the charts see one, in a protocol or outside any. */
function reviewedSource(patientId: PatientId, protocolId: ProtocolId | null, context: QueryContext) {
  const protocol = protocolId === null ? undefined : chartedProtocol(protocolId, context)
  const facts = currentFacts(context.db, patientId)
  const asked = { context, siteDay: siteDayOf(context.session.clock), today: todayAt(context), protocol }
  return sourceOf(patientOf(context.db, patientId), facts, asked)
}

/** What was not reviewed is not in the record of the review. */
function ofSeries(trends: Trends, asked: readonly SeriesId[] | undefined): Trends {
  if (asked === undefined) return trends
  const wanted = new Set<SeriesId>(asked)
  return {
    ...trends,
    series: trends.series.filter(({ id }) => wanted.has(id)),
    gaps: trends.gaps.filter(({ score }) => wanted.has(score)),
  }
}

function versionOf(id: ProtocolId | null, part: 'schedule' | 'charting', { db }: QueryContext): number {
  return id === null ? 0 : (currentConduct(db, id, part)?.version ?? 0)
}
