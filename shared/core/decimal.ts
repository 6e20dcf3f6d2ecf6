import { Decimal as DecimalJs } from 'decimal.js'
import { z } from 'zod'

/** Decimals with room for every `DecimalText` times a factor: nothing that is compared with a limit is rounded onto it. */
export const Decimal = DecimalJs.clone({ precision: 60 })
export type Decimal = DecimalJs

/** A number exactly as printed, such as `16.10`: text, so that no digit is added or lost. */
export const DecimalText = z
  .string({ error: 'write the number as text, such as "16.1": it is kept exactly as printed' })
  .regex(/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/, 'digits with an optional decimal point, such as "16.1"')
  .brand<'DecimalText', 'inout'>()
export type DecimalText = z.infer<typeof DecimalText>

/** A decimal of at least 0. */
export const NonNegativeDecimalText = DecimalText.refine(
  text => !text.startsWith('-'),
  'must not be negative',
)

/** The relation printed before a laboratory value: `<20` is "less than 20", never 20. */
export const Comparator = z.enum(['<', '<=', '>=', '>'])
export type Comparator = z.infer<typeof Comparator>

/** How a limit is compared with a value. */
export const Comparison = z.enum(['lt', 'le', 'ge', 'gt'])
export type Comparison = z.infer<typeof Comparison>

/** The values that a printed result can stand for: one number, or all on one side of it. */
export interface ValueRange {
  readonly low: Decimal | null
  readonly lowIncluded: boolean
  readonly high: Decimal | null
  readonly highIncluded: boolean
}

/** The range of a printed result; without comparator it is the number itself. */
export function valueRange(value: Decimal, comparator: Comparator | undefined): ValueRange {
  switch (comparator) {
    case undefined:
      return { low: value, lowIncluded: true, high: value, highIncluded: true }
    case '<':
    case '<=':
      return { low: null, lowIncluded: false, high: value, highIncluded: comparator === '<=' }
    case '>':
    case '>=':
      return { low: value, lowIncluded: comparator === '>=', high: null, highIncluded: false }
  }
}

/** Whether every (true), no (false) or only some (undefined) of the values meet `comparison` with `limit`. */
export function compareRange(range: ValueRange, comparison: Comparison, limit: Decimal): boolean | undefined {
  switch (comparison) {
    case 'gt':
      return isAbove(range, limit, false)
    case 'ge':
      return isAbove(range, limit, true)
    case 'lt':
      return negate(isAbove(range, limit, true))
    case 'le':
      return negate(isAbove(range, limit, false))
  }
}

function isAbove(range: ValueRange, limit: Decimal, orEqual: boolean): boolean | undefined {
  if (
    range.low !== null &&
    (range.low.gt(limit) || (range.low.eq(limit) && (orEqual || !range.lowIncluded)))
  ) {
    return true
  }
  if (
    range.high !== null &&
    (range.high.lt(limit) || (range.high.eq(limit) && !(orEqual && range.highIncluded)))
  ) {
    return false
  }
  return undefined
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value
}
