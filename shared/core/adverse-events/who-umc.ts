import { z } from 'zod'

/** The causality categories of WHO-UMC. */
export const WhoUmcCategory = z.enum([
  'certain',
  'probable',
  'possible',
  'unlikely',
  'conditional',
  'unassessable',
])
export type WhoUmcCategory = z.infer<typeof WhoUmcCategory>

/** What the categories ask, each answered by the investigator. `not_applicable`: an infused product cannot be withdrawn. */
export const WhoUmcAnswers = z.strictObject({
  time: z.enum(['plausible', 'reasonable', 'improbable', 'unknown']),
  /** Whether the disease or other treatment explains the event. */
  otherCauses: z.enum(['excluded', 'unlikely', 'also_possible', 'plausible', 'unknown']),
  withdrawal: z.enum(['plausible', 'reasonable', 'lacking_or_unclear', 'not_applicable']),
  /** Pharmacologically or phenomenologically definitive. */
  definitive: z.enum(['yes', 'no']),
  rechallenge: z.enum(['satisfactory', 'negative', 'not_done', 'not_necessary']),
  information: z.enum(['sufficient', 'more_needed', 'under_examination', 'cannot_be_supplemented']),
})
export type WhoUmcAnswers = z.infer<typeof WhoUmcAnswers>
