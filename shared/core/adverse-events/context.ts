import { z } from 'zod'
import { CivilDate, EventTime } from '../civil-date.ts'
import { FactId } from '../ids.ts'
import { LocalizedText } from '../text.ts'

const SinceDose = z.object({
  fact: FactId,
  number: z.int(),
  from: EventTime,
  /** Days from the day of the dose to the day of onset; null where either has no day. Negative: the event came first. */
  days: z.int().nullable(),
  /** Hours between the two instants, where both are known to the minute. */
  hours: z.number().nullable(),
})

/** The highest values of liver tests around onset, of one patient; what the record does not tell is null. */
const LiverAround = z.object({
  from: CivilDate,
  to: CivilDate,
  /** R on the day of the highest ALT. */
  r: z.object({ value: z.number(), on: CivilDate }).nullable(),
  /**
   * Position in eDISH: the highest ALT and the highest bilirubin, which need not be of one day, as multiples of the upper
   * limit, and of the patient's own baseline where there is one. `on` is the day of the highest ALT.
   */
  edish: z
    .object({
      on: CivilDate,
      bilirubinOn: CivilDate,
      alt: z.number(),
      bilirubin: z.number(),
      quadrant: z.enum([
        'possible_hys_law',
        'temples_corollary',
        'hyperbilirubinemia',
        'normal_or_near_normal',
      ]),
    })
    .nullable(),
  mdish: z
    .object({ on: CivilDate, bilirubinOn: CivilDate, alt: z.number(), bilirubin: z.number() })
    .nullable(),
})

/** What stands beside the form on which causality is judged: computed from the record, never an answer. */
export const CausalityContext = z.object({
  /** Every dose of the trial. */
  sinceDoses: z.array(SinceDose),
  liver: LiverAround.nullable(),
  /** What may have been taken at onset (`isAtOnset`) or in the 30 days before it. */
  medications: z.array(
    z.object({ fact: FactId, text: LocalizedText, when: z.string(), isAtOnset: z.boolean() }),
  ),
  /** Episodes of the same kind before the first dose: decompensation is also the disease's own course. */
  earlier: z.array(z.object({ fact: FactId, text: LocalizedText, when: z.string() })),
  /** What followed when the infusion was slowed, interrupted or stopped; null where it was not. */
  dechallenge: LocalizedText.nullable(),
})
export type CausalityContext = z.infer<typeof CausalityContext>

/** A context with the facts that it was computed from. */
export interface ComputedContext {
  readonly context: CausalityContext
  readonly used: readonly FactId[]
}
