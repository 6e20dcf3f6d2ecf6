import { currentFacts } from '#main/store/fact-repository.ts'
import type { trends } from '#shared/api/trends.ts'
import { trendsOf } from '#shared/core/trends/trends.ts'
import type { AreaHandlers } from './handlers.ts'
import { patientOf } from './patients.ts'
import { cohortIn } from './trends/cohort.ts'
import { chartedProtocol } from './trends/conducted.ts'
import { siteDayOf } from './trends/site-day.ts'
import { enrolledIn, sourceOf, todayAt } from './trends/source.ts'

export const trendHandlers: AreaHandlers<typeof trends> = {
  patient({ patientId, protocolId }, context) {
    const patient = patientOf(context.db, patientId)
    const facts = currentFacts(context.db, patientId)
    const id = protocolId ?? enrolledIn(facts)
    const asked = {
      context,
      siteDay: siteDayOf(context.session.clock),
      today: todayAt(context),
      protocol: id === undefined ? undefined : chartedProtocol(id, context),
    }
    return { protocol: id ?? null, trends: trendsOf(sourceOf(patient, facts, asked)) }
  },

  cohort: ({ protocolId, series }, context) => cohortIn(protocolId, series, context),
}
