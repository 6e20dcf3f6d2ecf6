import type { OpenSession, Surroundings } from '#main/services/context.ts'
import { chartedProtocol } from '#main/services/trends/conducted.ts'
import { siteDayOf } from '#main/services/trends/site-day.ts'
import { sourceOf } from '#main/services/trends/source.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import { chartAsOf } from '#shared/core/adverse-events/as-of.ts'
import type { ComputedContext } from '#shared/core/adverse-events/context.ts'
import { contextOf as computedFor } from '#shared/core/adverse-events/context-of.ts'
import type { EventFact } from '#shared/core/adverse-events/event-source.ts'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { ProtocolId } from '#shared/core/ids.ts'

/** Whose event it is, in which trial, and as of which day of the site's calendar it is asked. */
export interface AskedAbout {
  readonly patient: PatientRecord
  readonly facts: readonly Fact[]
  /** Undefined for a patient in no trial. */
  readonly protocolId: ProtocolId | undefined
  readonly today: CivilDate
}

/** What computing takes of the store and the session. */
export interface Computing extends Pick<Surroundings, 'protocols'> {
  readonly db: ReadableDb
  readonly session: Pick<OpenSession, 'clock'>
}

/**
 * What stands beside the form on which the causality of an event is judged, as of `today`. Throws `not_found` for a
 * protocol that Lobule does not ship.
 */
export function contextOf(event: EventFact, asked: AskedAbout, context: Computing): ComputedContext {
  const { patient, facts, protocolId, today } = asked
  const protocol = protocolId === undefined ? undefined : chartedProtocol(protocolId, context)
  const siteDay = siteDayOf(context.session.clock)
  const charted = chartAsOf(facts, today, siteDay)
  return computedFor(event, sourceOf(patient, charted, { context, siteDay, today, protocol }))
}
