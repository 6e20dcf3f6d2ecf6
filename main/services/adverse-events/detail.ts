import type { z } from 'zod'
import type { QueryContext } from '#main/services/context.ts'
import type { adverseEvents } from '#shared/api/adverse-events.ts'
import type { EventFact } from '#shared/core/adverse-events/event-source.ts'
import { expeditedClockOf } from '#shared/core/adverse-events/expedited-clock.ts'
import { judgementsOf } from '#shared/core/adverse-events/judgements-of.ts'
import { reportsOf } from '#shared/core/adverse-events/reports-of.ts'
import { type FactId, UserId } from '#shared/core/ids.ts'
import { chartedEvent } from './charted-event.ts'
import { contextOf } from './context.ts'
import type { EventPatient } from './event-patients.ts'
import type { Listing } from './listed.ts'

type Detail = z.input<typeof adverseEvents.get.output>

/** One event with all that its causality is judged by. Throws `not_found` where it is not in the chart. */
export function oneEvent(id: FactId, context: QueryContext): Detail {
  const { event, patient, listed, conduct } = chartedEvent(id, context)
  return {
    now: context.session.clock.render(context.now()),
    listed,
    context: contextFor(event, patient, conduct),
    reports: reportsOf(id, patient.facts).map(shown),
    expedited: expeditedClockOf(event, patient.facts, patient.siteDay),
    judgements: judgementsOf(id, patient.facts).map(judgement => ({
      ...shown(judgement),
      author: UserId.parse(judgement.author),
    })),
  }
}

function contextFor(
  event: EventFact,
  { patient, facts, calendar }: EventPatient,
  { today, context }: Listing['conduct'],
): Detail['context'] {
  return contextOf(event, { patient, facts, protocolId: calendar?.protocol, today }, context).context
}

function shown<F extends { id: FactId; version: number; author: string; content: unknown }>(fact: F) {
  const { id, version, author, content } = fact
  return { fact: id, version, author, content: content as F['content'] }
}
