import { z } from 'zod'
import { EventTime } from '../civil-date.ts'
import { NonNegativeDecimalText } from '../decimal.ts'
import { ProtocolId, Slug } from '../ids.ts'

const words = z.string().trim().min(1).max(2000)
const short = z.string().trim().min(1).max(200)
const ordinal = z.int().min(1).max(50)

/** A stop in an infusion, and why. */
const Interruption = z.strictObject({ from: EventTime, to: EventTime.optional(), reason: short })

/** Which visit of a protocol: a slug of its definition or of the site's schedule, or one that nobody planned. */
export const UNSCHEDULED = 'unscheduled'

/** What happened in a trial: doses, visits, and how it went on with the patient (CDISC EX, SV, DS, DD). */
export const trial = {
  /**
   * One administration of the product; `from` to `to` is the infusion. Which product it was is nowhere: there is no
   * allocation in Lobule (trust.md K1), only the identifier on the label where the protocol has one.
   */
  dose: z.strictObject({
    kind: z.literal('dose'),
    protocol: ProtocolId,
    number: ordinal,
    from: EventTime,
    to: EventTime.optional(),
    /** Cells. */
    plannedCells: NonNegativeDecimalText.optional(),
    givenCells: NonNegativeDecimalText.optional(),
    identifier: short.optional(),
    interruptions: z.array(Interruption).max(20).optional(),
    /** Until when the patient was watched for a reaction. Vital signs of that time are facts of their own. */
    watchedUntil: EventTime.optional(),
    reaction: z.enum(['yes', 'no']).optional(),
    description: words.optional(),
  }),
  /** The site's own checklist before a dose, as answered; `version` is that of the site's schedule it comes from. */
  dose_checklist: z.strictObject({
    kind: z.literal('dose_checklist'),
    on: EventTime,
    protocol: ProtocolId,
    number: ordinal,
    version: z.int().min(1),
    answers: z
      .array(z.strictObject({ item: Slug, answer: z.enum(['yes', 'no']), note: short.optional() }))
      .min(1)
      .max(60),
  }),
  /** A visit that took place, on one day or over some; or that did not, and then `from` is the day that it was missed. */
  visit: z.strictObject({
    kind: z.literal('visit'),
    protocol: ProtocolId,
    visit: Slug,
    /** The dose that the visit is counted from, where visits are counted from each. */
    number: ordinal.optional(),
    from: EventTime,
    to: EventTime.optional(),
    status: z.enum(['done', 'missed']),
    how: z.enum(['on_site', 'telephone', 'elsewhere']).optional(),
    /** Assessments of the visit that were not done, and why. */
    notDone: z
      .array(z.strictObject({ assessment: Slug, reason: short }))
      .max(60)
      .optional(),
    /** Assessments of the site's own, which nothing else is charted of, that were done. */
    carriedOut: z.array(Slug).max(60).optional(),
    /** Assessments whose results are still awaited. */
    awaited: z.array(Slug).max(60).optional(),
    reason: words.optional(),
  }),
  /** The patient was alive, and how that is known. */
  contact: z.strictObject({ kind: z.literal('contact'), on: EventTime, how: short.optional() }),
  liver_transplant: z.strictObject({
    kind: z.literal('liver_transplant'),
    on: EventTime,
    description: words.optional(),
  }),
  death: z.strictObject({ kind: z.literal('death'), on: EventTime, cause: words.optional() }),
}
