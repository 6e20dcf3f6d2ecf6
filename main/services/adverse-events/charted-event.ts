import type { QueryContext } from '#main/services/context.ts'
import { notFound } from '#main/services/failures.ts'
import { findFactVersion } from '#main/store/fact-repository.ts'
import type { EventFact } from '#shared/core/adverse-events/event-source.ts'
import type { FactId } from '#shared/core/ids.ts'
import { factsOf } from '#shared/core/schedule/calendar-input.ts'
import { type EventPatient, eventPatientOf } from './event-patients.ts'
import { type Listing, listedEvents, listingFor } from './listed.ts'

/** An event that stands in a chart, whose it is, and what its record amounts to. */
interface ChartedEvent {
  readonly event: EventFact
  readonly patient: EventPatient
  readonly listed: ReturnType<typeof listedEvents>[number]
  readonly conduct: Listing['conduct']
}

/** Finds an event by its id alone. Throws `not_found` where it is not charted, or no longer. */
export function chartedEvent(id: FactId, context: QueryContext): ChartedEvent {
  const charted = findFactVersion(context.db, id)
  if (charted === undefined) throw notFound('fact', id)
  const listing = listingFor(charted.patientId, context)
  const { conduct } = listing
  const patient = eventPatientOf(charted.patientId, conduct)
  const listed = listedEvents([patient], listing).find(one => one.event === id)
  const event = factsOf(patient.facts, 'adverse_event').find(one => one.id === id)
  if (listed === undefined || event === undefined) throw notFound('fact', id)
  return { event, patient, listed, conduct }
}
