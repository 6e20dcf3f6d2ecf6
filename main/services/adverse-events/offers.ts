import type { QueryContext } from '#main/services/context.ts'
import { chartedProtocol } from '#main/services/trends/conducted.ts'
import { sourceOf } from '#main/services/trends/source.ts'
import { conductAt } from '#main/services/visits/calendars.ts'
import type { Offer } from '#shared/core/adverse-events/offer.ts'
import { offersOf } from '#shared/core/adverse-events/offers-of.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { trendsOf } from '#shared/core/trends/trends.ts'
import { eventPatientOf } from './event-patients.ts'

/** The graded values of a patient about which nobody has said anything, graded as the charts grade them. */
export function offersFor(patientId: PatientId, context: QueryContext): Offer[] {
  const conduct = conductAt(context)
  const patient = eventPatientOf(patientId, conduct)
  const { calendar, facts } = patient
  if (calendar === undefined) return []
  const { siteDay, today } = conduct
  const asked = { context, siteDay, today, protocol: chartedProtocol(calendar.protocol, context) }
  return offersOf(trendsOf(sourceOf(patient.patient, facts, asked)).series, patient)
}
