import type { OpenSession, QueryContext } from '#main/services/context.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { cohortOf } from '#shared/core/trends/cohort/cohort-of.ts'
import type { Cohort } from '#shared/core/trends/cohort.ts'
import type { SeriesId } from '#shared/core/trends/series.ts'
import { CohortCache } from './cohort-cache.ts'
import { chartedProtocol } from './conducted.ts'
import { siteDayOf } from './site-day.ts'
import { todayAt } from './source.ts'

/** What was computed in a session goes with it. */
const caches = new WeakMap<OpenSession, CohortCache>()

/** Everybody who was enrolled in a protocol or dosed in it. Throws `not_found` for a protocol that is not shipped. */
export function cohortIn(protocolId: ProtocolId, asked: readonly SeriesId[], context: QueryContext): Cohort {
  const { session } = context
  const protocol = chartedProtocol(protocolId, context)
  const cache = caches.get(session) ?? new CohortCache(session.db)
  caches.set(session, cache)
  const siteDay = siteDayOf(session.clock)
  return cohortOf(protocol, cache.members({ context, siteDay, today: todayAt(context), protocol }), asked)
}
