import type { QueryContext } from '#main/services/context.ts'
import { todayOf } from '#main/services/signatures/composition.ts'
import { type ChartedProtocol, chartedProtocol } from '#main/services/trends/conducted.ts'
import { siteDayOf } from '#main/services/trends/site-day.ts'
import { plansOf } from '#main/store/plan-repository.ts'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Calendar } from '#shared/core/schedule/calendar.ts'
import type { SiteDay } from '#shared/core/schedule/event-days.ts'
import { calendarOf } from '#shared/core/schedule/plan-calendar.ts'
import { scheduledDays } from './scheduled.ts'

/** What the calendars of one call share. */
export interface Conduct {
  readonly today: CivilDate
  readonly siteDay: SiteDay
  readonly protocols: readonly ChartedProtocol[]
  readonly context: QueryContext
}

/** Every protocol as the site conducts it today. */
export function conductAt(context: QueryContext): Conduct {
  return {
    today: todayOf(context),
    siteDay: siteDayOf(context.session.clock),
    protocols: context.protocols.map(({ definition }) => chartedProtocol(definition.id, context)),
    context,
  }
}

/** The calendars of a patient, one for each protocol that they are in: those in which they are enrolled first. */
export function calendarsOf(patientId: PatientId, facts: readonly Fact[], conduct: Conduct): Calendar[] {
  const { protocols, context, today, siteDay } = conduct
  const own = protocolsOf(patientId, facts, context)
  return protocols
    .filter(({ definition }) => own.has(definition.id))
    .map(protocol => {
      const scheduled = scheduledDays(context.db, patientId, protocol.definition.id)
      return calendarOf({ ...protocol, facts, scheduled, today, siteDay })
    })
    .sort((a, b) => Number(isOutside(a)) - Number(isOutside(b)))
}

/** Consent, enrolment, a dose, a visit or a day planned for one brings a patient into a protocol. */
export function protocolsOf(
  patientId: PatientId,
  facts: readonly Fact[],
  { db }: Pick<QueryContext, 'db'>,
): Set<ProtocolId> {
  const planned = plansOf(db, patientId).map(({ protocolId }) => protocolId)
  const charted = facts.flatMap(({ content }) => {
    if (content.kind === 'enrolment' || content.kind === 'dose' || content.kind === 'visit') {
      return [content.protocol]
    }
    return content.kind === 'consent' && content.status === 'signed' ? [content.protocol] : []
  })
  return new Set([...planned, ...charted])
}

function isOutside({ enrolled, day0 }: Calendar): boolean {
  return enrolled === null && day0 === null
}
