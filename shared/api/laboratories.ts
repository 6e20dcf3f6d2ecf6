import { z } from 'zod'
import { OffsetDateTime } from '../core/civil-date.ts'
import { NonNegativeDecimalText } from '../core/decimal.ts'
import { LoincCode, ReferenceRange } from '../core/facts/laboratory.ts'
import { mutation, Nothing, query, Reason } from './procedure.ts'

/** How a laboratory prints one test. Offered when a report is typed; what the report prints always wins. */
export const LaboratoryTest = z.strictObject({
  loinc: LoincCode,
  /** UCUM. */
  unit: z.string().min(1).max(40),
  range: ReferenceRange.optional(),
})
export type LaboratoryTest = z.infer<typeof LaboratoryTest>

const fields = {
  name: z.string().trim().min(1).max(200),
  tests: z.array(LaboratoryTest).max(200),
  /** The control value of prothrombin times that this laboratory usually prints, in seconds. Suggested, never filled in. */
  usualControl: NonNegativeDecimalText.optional(),
}

/** A laboratory whose reports are typed here. */
export const Laboratory = z.object({
  id: z.string().min(1).max(64),
  version: z.int().min(1),
  enteredAt: OffsetDateTime,
  author: z.string(),
  reason: z.string().optional(),
  ...fields,
})
export type Laboratory = z.infer<typeof Laboratory>

/** The laboratories of the site, with the units and ranges that they print. Every version is kept. */
export const laboratories = {
  list: query({ right: 'laboratories.read', input: Nothing, output: z.array(Laboratory) }),
  add: mutation({ right: 'laboratories.write', input: z.strictObject(fields), output: Laboratory }),
  change: mutation({
    right: 'laboratories.write',
    input: z.strictObject({
      id: z.string().min(1).max(64),
      expectedVersion: z.int().min(1),
      reason: Reason,
      ...fields,
    }),
    output: Laboratory,
  }),
}
