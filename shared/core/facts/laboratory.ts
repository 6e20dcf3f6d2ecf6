import { z } from 'zod'
import { EventTime } from '../civil-date.ts'
import { Comparator, NonNegativeDecimalText } from '../decimal.ts'

/** The reference range as printed on the report, in the unit of the value. */
const ReferenceRange = z.strictObject({
  low: NonNegativeDecimalText.optional(),
  high: NonNegativeDecimalText.optional(),
})

/**
 * One laboratory value as printed. `unit` is UCUM. `control` is the control value of the run, in the same unit: a
 * prothrombin time cannot be read without it. `on` is when the specimen was taken.
 */
export const laboratory = {
  laboratory: z.strictObject({
    kind: z.literal('laboratory'),
    on: EventTime,
    loinc: z.string().regex(/^\d{1,5}-\d$/, 'a LOINC code such as 5902-2'),
    value: NonNegativeDecimalText,
    comparator: Comparator.optional(),
    unit: z.string().min(1).max(40),
    range: ReferenceRange.optional(),
    control: NonNegativeDecimalText.optional(),
    laboratory: z.string().trim().min(1).max(200).optional(),
  }),
}
