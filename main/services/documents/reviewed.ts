import type { QueryContext } from '#main/services/context.ts'
import { patientOf } from '#main/services/patients.ts'
import { chartedProtocol } from '#main/services/trends/conducted.ts'
import { siteDayOf } from '#main/services/trends/site-day.ts'
import { sourceOf, todayAt } from '#main/services/trends/source.ts'
import { currentFacts } from '#main/store/fact-repository.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'

/** A patient as charts and calendar see one, in a protocol or outside any. */
export function reviewedPatient(patientId: PatientId, protocolId: ProtocolId | null, context: QueryContext) {
  const protocol = protocolId === null ? undefined : chartedProtocol(protocolId, context)
  const facts = currentFacts(context.db, patientId)
  const asked = { context, siteDay: siteDayOf(context.session.clock), today: todayAt(context), protocol }
  return { facts, protocol, source: sourceOf(patientOf(context.db, patientId), facts, asked) }
}
