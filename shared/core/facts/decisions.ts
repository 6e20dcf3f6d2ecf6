import { z } from 'zod'
import { EventTime, PartialDate } from '../civil-date.ts'
import { ProtocolId, Slug } from '../ids.ts'

const words = z.string().trim().min(1).max(2000)

/** What people decided: consent, judgement, enrolment. */
export const decisions = {
  consent: z.strictObject({
    kind: z.literal('consent'),
    on: EventTime,
    protocol: ProtocolId,
    version: words,
    status: z.enum(['signed', 'not_yet', 'refused', 'withdrawn']),
  }),
  judgement: z.strictObject({
    kind: z.literal('judgement'),
    on: EventTime,
    protocol: ProtocolId,
    question: Slug,
    answer: z.enum(['yes', 'no']),
    ground: words,
    judgedBy: words,
  }),
  enrolment: z.strictObject({
    kind: z.literal('enrolment'),
    on: EventTime,
    protocol: ProtocolId,
    /** `dosed` is the first dose of charts that have no fact of their own for it. */
    status: z.enum([
      'enrolled',
      'dosed',
      'treatment_discontinued',
      'completed',
      'discontinued',
      'lost_to_follow_up',
    ]),
    /** Enrolment or randomisation number. */
    subjectNumber: z.string().trim().min(1).max(40).optional(),
    /** Dose-escalation cohort, by the site's name for it. Never an arm. */
    cohort: Slug.optional(),
    reason: words.optional(),
  }),
}

/** How a negative finding was come by. */
const Inquiry = z.enum(['patient', 'relative', 'record', 'examination'])

/** A span of days with none of a subject besides those charted as events. */
export const negativeSpan = {
  /** First day that the finding covers; absent: the whole life before `to`. */
  from: PartialDate.optional(),
  /** Last day that the finding covers. */
  to: PartialDate,
  /** Where the subject has types: only these were asked about. Absent: all. */
  types: z.array(Slug).min(1).optional(),
  askedOf: z.array(Inquiry).min(1),
}
