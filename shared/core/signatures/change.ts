import { z } from 'zod'
import { Outcome, Verdict } from '../eligibility/verdict.ts'
import { FactContent } from '../facts/content.ts'
import { FactId, Slug } from '../ids.ts'

/** One thing that a signed decision rested on and that is another now, with both values. */
export const BasisChange = z.discriminatedUnion('item', [
  /** `was` null for a fact entered later that the same evaluation would have used; `now` null for one no longer used. */
  z.strictObject({
    item: z.literal('fact'),
    fact: FactId,
    was: FactContent.nullable(),
    now: FactContent.nullable(),
  }),
  z.strictObject({
    item: z.literal('candidate'),
    field: z.enum(['birthDate', 'sex', 'registrationDate', 'removed']),
    was: z.string().nullable(),
    now: z.string().nullable(),
  }),
  z.strictObject({
    item: z.literal('reading'),
    reading: Slug,
    was: Slug.nullable(),
    now: Slug.nullable(),
  }),
  z.strictObject({ item: z.literal('criteria'), was: z.int().nullable(), now: z.int().nullable() }),
  z.strictObject({ item: z.literal('protocol'), was: z.string(), now: z.string() }),
  z.strictObject({ item: z.literal('outcome'), label: z.string(), was: Outcome, now: Outcome }),
])
export type BasisChange = z.infer<typeof BasisChange>

/** Why a signature no longer covers current data, and whether the same question would be answered differently. */
export const Invalidation = z.strictObject({
  changes: z.array(BasisChange).min(1),
  verdict: z.strictObject({ was: Verdict, now: Verdict }).nullable(),
})
export type Invalidation = z.infer<typeof Invalidation>
