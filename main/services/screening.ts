import { currentFacts } from '#main/store/fact-repository.ts'
import { listPatients } from '#main/store/patient-repository.ts'
import type { screening } from '#shared/api/screening.ts'
import { type CivilDate, localDateOf } from '#shared/core/civil-date.ts'
import { matchConcepts, rankWaiting } from '#shared/core/eligibility/index.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { QueryContext } from './context.ts'
import type { AreaHandlers } from './handlers.ts'
import { patientOf } from './patients.ts'
import { chartOf, screenChart } from './screening-cache.ts'

export const screeningHandlers: AreaHandlers<typeof screening> = {
  patient({ patientId, on }, context) {
    const { db, session, protocols } = context
    const patient = patientOf(db, patientId)
    const today = todayAt(context)
    const days = { on: on ?? patient.registrationDate ?? today, today }
    const chart = chartOf(patient, currentFacts(db, patientId), session.site.training)
    const screenings = screenChart(chart, session.screened.prepared(protocols), days)
    const concepts = matchConcepts(screenings).map(({ concept, criteria }) => ({
      concept,
      criteria: criteria.map(list => [...list]),
    }))
    return { on: days.on, screenings, concepts }
  },

  site({ on }, context) {
    const ids = listPatients(context.db).map(({ id }) => id)
    const { screened, ...rest } = screenedOn(on, ids, context)
    const candidates = screened.map(({ patientId, screeningNumber, answers }) => ({
      ...{ patientId, screeningNumber, answers: [...answers] },
    }))
    return { ...rest, candidates }
  },

  summaries({ on, patientIds }, context) {
    const { screened, ...rest } = screenedOn(on, patientIds, context)
    const summaries = screened.map(({ patientId, version, summaries: answers }) => ({
      ...{ patientId, version, answers },
    }))
    return { ...rest, summaries }
  },
}

/** These candidates on one day (default: today), with what to find out first over all of them. */
function screenedOn(on: CivilDate | undefined, ids: readonly PatientId[], context: QueryContext) {
  const today = todayAt(context)
  const days = { on: on ?? today, today }
  const screened = context.session.screened.screened(ids, days, context.protocols)
  return { on: days.on, screened, missing: rankWaiting(screened.flatMap(({ waiting }) => waiting)) }
}

/** The day on the site's calendar. */
function todayAt({ session, now }: QueryContext): CivilDate {
  return localDateOf(session.clock.render(now()))
}
