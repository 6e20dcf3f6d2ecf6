import { z } from 'zod'
import { Analyte } from '../analytes.ts'
import { EpisodeKind, FactKind } from '../facts/content.ts'
import { ProtocolId } from '../ids.ts'

/**
 * What would answer an open question, for a screen to turn it into the form that answers it. Two criteria that wait for
 * the same thing have equal items.
 */
export const Missing = z.discriminatedUnion('what', [
  z.strictObject({ what: z.enum(['birth_date', 'sex']) }),
  z.strictObject({
    what: z.enum(['event_record', 'negative_finding', 'end', 'contradiction']),
    topic: EpisodeKind,
  }),
  z.strictObject({ what: z.literal('exact_time'), topic: FactKind }),
  z.strictObject({
    what: z.enum(['attribute', 'attribute_judgement']),
    topic: FactKind,
    attribute: z.string(),
  }),
  z.strictObject({
    what: z.enum(['record', 'recent_record', 'decision']),
    topic: FactKind,
    /** Where a record speaks for one protocol only, such as a consent. */
    protocol: ProtocolId.optional(),
  }),
  z.strictObject({
    what: z.enum(['result', 'recent_result', 'exact_result', 'result_time', 'usable_unit']),
    analyte: Analyte,
  }),
  z.strictObject({ what: z.enum(['control', 'upper_limit']), analyte: Analyte }),
  z.strictObject({ what: z.literal('judgement'), question: z.string(), protocol: ProtocolId }),
  z.strictObject({ what: z.literal('anchor'), anchor: z.enum(['dose', 'today']) }),
  z.strictObject({ what: z.literal('reading'), reading: z.string() }),
  z.strictObject({ what: z.literal('criteria') }),
])
export type Missing = z.infer<typeof Missing>

/** The identity of a missing item. */
export function missingKey(item: Missing): string {
  return Object.values(item).join(':')
}

/** Each missing item once. */
export function uniqueMissing(items: readonly Missing[]): readonly Missing[] {
  return items.length < 2 ? items : [...new Map(items.map(item => [missingKey(item), item])).values()]
}
