import { type Comparator, Decimal, DecimalText } from '#shared/core/decimal.ts'
import { UCUM } from '../systems.ts'
import { Refused } from './refused.ts'
import type { Quantity } from './schemas.ts'

/** The digits of a quantity; a number with an exponent, as JSON may write one, becomes plain. */
export function numberOf({ value }: Quantity, element: string): DecimalText {
  if (value === undefined) throw new Refused('no_value', element)
  const plain = /[eE]/.test(value.printed) ? new Decimal(value.printed).toFixed() : value.printed
  const text = DecimalText.safeParse(plain)
  if (!text.success) throw new Refused('unreadable_value', element, value.printed)
  return text.data
}

/** The UCUM code of a quantity. A unit that is only written out is not guessed. */
function unitOf({ system, code, unit }: Quantity, element: string): string {
  if (system === UCUM && code !== undefined) return code
  const written = code ?? unit
  if (written === undefined) throw new Refused('no_unit', element)
  throw new Refused('unknown_unit', element, written)
}

/** Value, comparator and unit of a quantity. */
export function measuredOf(quantity: Quantity, element: string) {
  const comparator: { comparator?: Comparator } =
    quantity.comparator === undefined ? {} : { comparator: quantity.comparator }
  return { value: numberOf(quantity, element), ...comparator, unit: unitOf(quantity, element) }
}
