import { z } from 'zod'
import { OffsetDateTime } from '../civil-date.ts'
import { FactId } from '../ids.ts'
import { LocalizedText } from '../text.ts'

/**
 * One deadline of the site for one event. `no_start`: the moment of awareness is missing, so that it cannot run, which is
 * worse than late.
 */
export const Clock = z.object({
  kind: z.enum(['sponsor', 'ethics_committee', 'follow_up']),
  event: FactId,
  title: LocalizedText,
  state: z.enum(['no_start', 'running', 'due_soon', 'overdue', 'met', 'met_late']),
  from: OffsetDateTime.nullable(),
  dueAt: OffsetDateTime.nullable(),
  hours: z.number(),
  /** `preset` where the site has not confirmed the hours. */
  basis: z.enum(['preset', 'site']),
  metAt: OffsetDateTime.nullable(),
  report: FactId.nullable(),
  /** Why it was late, as recorded. */
  lateReason: z.string().nullable(),
  /** Seconds by which the computer's clock was moved back since: counted as passed, the stricter reading. */
  addedSeconds: z.int().min(0),
})
export type Clock = z.infer<typeof Clock>

/**
 * The sponsor's own clock if the sponsor judges an event suspected and unexpected (ICH E2A): from the receipt that the
 * site recorded. For information: a blinded site cannot conclude it.
 */
export const ExpeditedClock = z.object({
  event: FactId,
  /** Null where no receipt is recorded. */
  from: OffsetDateTime.nullable(),
  days: z.union([z.literal(7), z.literal(15)]),
  dueOn: z.string().nullable(),
  /** Of the complete report after a first one of 7 days. */
  followUpOn: z.string().nullable(),
})
export type ExpeditedClock = z.infer<typeof ExpeditedClock>
