import { z } from 'zod'
import { EventTime } from '../civil-date.ts'
import { Comparator, Decimal, NonNegativeDecimalText } from '../decimal.ts'

/** The reference range as printed on the report, in the unit of the value. */
export const ReferenceRange = z
  .strictObject({
    low: NonNegativeDecimalText.optional(),
    high: NonNegativeDecimalText.optional(),
  })
  .refine(
    ({ low, high }) => low === undefined || high === undefined || new Decimal(low).lte(high),
    'the lower limit lies above the upper one',
  )

/** Said of a prothrombin time whose report does not give the control value of its run. */
const NOT_PRINTED = z.literal('not_printed')
const Control = NonNegativeDecimalText.refine(text => !/^0(?:\.0+)?$/.test(text), 'must be above 0')

/** A LOINC code whose check digit is right: a slip of the finger would else make a result of another analyte. */
export const LoincCode = z
  .string()
  .regex(/^\d{1,5}-\d$/, { error: 'a LOINC code such as 5902-2', abort: true })
  .refine(
    code => hasCheckDigit(code),
    'not a LOINC code: its check digit does not fit; compare it with the report',
  )

/** LOINC's check digit is that of Luhn: every second digit from the right is doubled (LOINC Users' Guide, appendix). */
function hasCheckDigit(code: string): boolean {
  const [number = '', check] = code.split('-')
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return (10 - (sum % 10)) % 10 === Number(check)
}

/**
 * One laboratory value as printed. `unit` is UCUM. `control` is the control value of the run, in the same unit, or that the report does not give one: a
 * prothrombin time cannot be read without it. `on` is when the specimen was taken.
 */
export const laboratory = {
  laboratory: z.strictObject({
    kind: z.literal('laboratory'),
    on: EventTime,
    loinc: LoincCode,
    value: NonNegativeDecimalText,
    comparator: Comparator.optional(),
    unit: z.string().min(1).max(40),
    range: ReferenceRange.optional(),
    control: z.union([NOT_PRINTED, Control]).optional(),
    laboratory: z.string().trim().min(1).max(200).optional(),
    /** What the report says of the specimen; such a value is shown as flagged and compared with care. */
    specimenCondition: z.enum(['haemolysed', 'lipaemic', 'icteric', 'clotted', 'other']).optional(),
  }),
}
