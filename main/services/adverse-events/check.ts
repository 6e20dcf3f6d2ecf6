import type { QueryContext } from '#main/services/context.ts'
import { notFound } from '#main/services/failures.ts'
import { conductAt } from '#main/services/visits/calendars.ts'
import type { Clock } from '#shared/core/adverse-events/clock.ts'
import type { EventContent } from '#shared/core/adverse-events/event-source.ts'
import type { Question } from '#shared/core/adverse-events/questions.ts'
import { questionsOf } from '#shared/core/adverse-events/questions-of.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { clockTimeOf, siteTime } from './clock-time.ts'
import { clocksFor } from './clocks.ts'
import { earlierThanTyped } from './earlier.ts'
import { type EventPatient, eventPatientOf } from './event-patients.ts'

/** An event as somebody has typed it; `event` where it is charted already. */
export interface Typed {
  readonly patientId: PatientId
  readonly event?: FactId | undefined
  readonly content: EventContent
}

/** What would not fit together if it were charted so. Throws `not_found` for an event that the patient does not have. */
export function questionsAbout({ patientId, event, content }: Typed, context: QueryContext): Question[] {
  const patient = eventPatientOf(patientId, conductAt(context))
  const { safety } = patient
  const clocks = event === undefined ? [] : clocksAsTyped(event, { patient, content }, context)
  const earlier = event === undefined ? [] : earlierThanTyped({ id: event }, context.db)
  return questionsOf({ event, content, earlier, clocks, safety }, patient)
}

function clocksAsTyped(
  event: FactId,
  { patient, content }: { patient: EventPatient; content: EventContent },
  context: QueryContext,
): Clock[] {
  const { facts, calendar, patient: person } = patient
  if (!facts.some(({ id, content: { kind } }) => id === event && kind === 'adverse_event')) {
    throw notFound('fact', event)
  }
  const typed = facts.map(fact => (fact.id === event ? { ...fact, content } : fact))
  const clocks = clocksFor(typed, calendar?.protocol ?? null, {
    db: context.db,
    time: clockTimeOf(person.id, siteTime(context), context),
  })
  return clocks.filter(clock => clock.event === event)
}
