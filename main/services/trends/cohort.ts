import type { QueryContext } from '#main/services/context.ts'
import { currentFactsOf, currentFactsOfKind } from '#main/store/fact-repository.ts'
import { listPatients, type PatientRecord } from '#main/store/patient-repository.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { cohortOf } from '#shared/core/trends/cohort/cohort-of.ts'
import type { Member } from '#shared/core/trends/cohort/member.ts'
import type { Cohort } from '#shared/core/trends/cohort.ts'
import type { SeriesId } from '#shared/core/trends/series.ts'
import { trendsOf } from '#shared/core/trends/trends.ts'
import { visitDays } from '#shared/core/trends/visit-days.ts'
import { chartedProtocol } from './conducted.ts'
import { siteDayOf } from './site-day.ts'
import { sourceOf, todayAt } from './source.ts'

/** Everybody who was enrolled in a protocol or dosed in it. Throws `not_found` for a protocol that is not shipped. */
export function cohortIn(protocolId: ProtocolId, asked: readonly SeriesId[], context: QueryContext): Cohort {
  const protocol = chartedProtocol(protocolId, context)
  const siteDay = siteDayOf(context.session.clock)
  const shared = { context, siteDay, today: todayAt(context), protocol }
  const patients = participants(protocolId, context)
  const facts = currentFactsOf(
    context.db,
    patients.map(({ id }) => id),
  )
  const members = patients.map((patient): Member => {
    const source = sourceOf(patient, facts.get(patient.id) ?? [], shared)
    const { id: patientId, screeningNumber, initials } = patient
    return {
      patientId,
      screeningNumber,
      initials,
      source,
      trends: trendsOf(source),
      visits: visitDays(source),
    }
  })
  return cohortOf(protocol, members, asked)
}

/** Found by two kinds of facts, so that the charts of everybody else stay unread. */
function participants(protocol: ProtocolId, { db }: QueryContext): PatientRecord[] {
  const patients = listPatients(db)
  const ids = patients.map(({ id }) => id)
  const steps = (['enrolment', 'dose'] as const).flatMap(kind => currentFactsOfKind(db, ids, kind))
  const own = new Set(steps.filter(({ fact }) => isEntry(fact, protocol)).map(({ patientId }) => patientId))
  return patients.filter(({ id }) => own.has(id))
}

function isEntry({ content }: Fact, protocol: ProtocolId): boolean {
  if (content.kind === 'dose') return content.protocol === protocol
  if (content.kind !== 'enrolment' || content.protocol !== protocol) return false
  return content.status === 'enrolled' || content.status === 'dosed'
}
