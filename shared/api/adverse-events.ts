import { z } from 'zod'
import { Clock, ExpeditedClock } from '../core/adverse-events/clock.ts'
import { CausalityContext } from '../core/adverse-events/context.ts'
import { ListedEvent } from '../core/adverse-events/listed-event.ts'
import { Offer } from '../core/adverse-events/offer.ts'
import { SafetyOverview } from '../core/adverse-events/overview.ts'
import { Question } from '../core/adverse-events/questions.ts'
import { OffsetDateTime } from '../core/civil-date.ts'
import { safety } from '../core/facts/safety.ts'
import { FactId, PatientId, ProtocolId, Sha256, UserId } from '../core/ids.ts'
import { mutation, Nothing, query } from './procedure.ts'

const about = { patientId: PatientId.optional(), protocolId: ProtocolId.optional() }

const Report = z.object({ fact: FactId, version: z.int(), author: z.string(), content: safety.safety_report })

/** A deadline that still runs, with whose it is. */
const RunningClock = Clock.extend({
  patientId: PatientId,
  screeningNumber: z.string(),
  term: z.string(),
  protocol: ProtocolId.nullable(),
})
export type RunningClock = z.infer<typeof RunningClock>

/**
 * Adverse events as the record shows them. They are facts: recorded, corrected, followed up and retracted in `facts`; what
 * is here is computed at every call.
 */
export const adverseEvents = {
  /** The newest onset first. */
  list: query({
    right: 'facts.read',
    input: z.strictObject(about),
    output: z.object({ now: OffsetDateTime, events: z.array(ListedEvent) }),
  }),
  /** One event with all that its causality is judged by. */
  get: query({
    right: 'facts.read',
    input: z.strictObject({ event: FactId }),
    output: z.object({
      now: OffsetDateTime,
      listed: ListedEvent,
      context: CausalityContext,
      reports: z.array(Report),
      expedited: ExpeditedClock.nullable(),
      /** Every judgement of it that stands in the chart, the newest first; each investigator has an own. */
      judgements: z.array(
        z.object({ fact: FactId, version: z.int(), author: UserId, content: safety.causality }),
      ),
    }),
  }),
  /** What does not fit together in an event as somebody has typed it; `event` where it is charted already. */
  check: query({
    right: 'facts.read',
    input: z.strictObject({
      patientId: PatientId,
      event: FactId.optional(),
      content: safety.adverse_event,
    }),
    output: z.object({ questions: z.array(Question) }),
  }),
  /** Graded laboratory values that nobody has said anything about. */
  offers: query({
    right: 'facts.read',
    input: z.strictObject({ patientId: PatientId }),
    output: z.array(Offer),
  }),
  /** Deadlines that run, the most urgent first. */
  clocks: query({
    right: 'facts.read',
    input: Nothing,
    output: z.object({ now: OffsetDateTime, clocks: z.array(RunningClock) }),
  }),
  overview: query({
    right: 'facts.read',
    input: z.strictObject({ protocolId: ProtocolId, cohort: z.string().min(1).max(60).optional() }),
    output: SafetyOverview,
  }),
  /** The line listing as CSV (RFC 4180, UTF-8 with BOM), blinded. An export, and as such in the trail. */
  exportListing: mutation({
    right: 'documents.export',
    input: z.strictObject(about),
    output: z.object({ fileName: z.string(), text: z.string(), sha256: Sha256, rows: z.int().min(0) }),
  }),
}
