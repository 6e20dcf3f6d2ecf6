import type { QueryContext } from '#main/services/context.ts'
import { protocolOf } from '#main/services/protocol-basis.ts'
import type { Conduct } from '#main/services/visits/calendars.ts'
import { patientsInTrials } from '#main/services/visits/in-trials.ts'
import { currentConduct } from '#main/store/conduct-repository.ts'
import { firstEntries, patientsCharted } from '#main/store/fact-repository.ts'
import { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import type { SafetyOverview } from '#shared/core/adverse-events/overview.ts'
import { overviewOf } from '#shared/core/adverse-events/overview-of.ts'
import { subjectOf } from '#shared/core/adverse-events/subject.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { type EventPatient, eventPatient } from './event-patients.ts'
import { listedEvents, listingFor } from './listed.ts'

interface Asked {
  readonly protocolId: ProtocolId
  readonly cohort?: string | undefined
}

/** The safety of a protocol at the site. Throws `not_found` for a protocol that Lobule does not ship. */
export function safetyOverview({ protocolId, cohort }: Asked, context: QueryContext): SafetyOverview {
  protocolOf(protocolId, context.protocols)
  const listing = listingFor(undefined, context)
  const { conduct } = listing
  const patients = patientsOf(protocolId, conduct)
  return overviewOf({
    ...{ protocol: protocolId, today: conduct.today, siteDay: conduct.siteDay, cohort },
    safety: currentConduct(context.db, protocolId, 'safety')?.content,
    subjects: patients.map(one => subjectOf(one.patient.id, one, conduct.today)),
    events: listedEvents(patients, listing).map(event => ListedEvent.parse(event)),
  })
}

/** Those whose trial it is, with events and without. */
function patientsOf(protocol: ProtocolId, conduct: Conduct): EventPatient[] {
  const { db } = conduct.context
  const patients = patientsInTrials(conduct, patientsCharted(db, ['adverse_event']))
  const first = firstEntries(
    db,
    patients.map(({ patient }) => patient.id),
  )
  return patients
    .map(patient => eventPatient(patient, first, conduct))
    .filter(({ calendar }) => calendar?.protocol === protocol)
}
