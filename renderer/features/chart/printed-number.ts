import { type Comparator, Decimal, DecimalText } from '#shared/core/decimal.ts'

/** What a report prints where a number stands, read without adding or losing a digit. */
export type PrintedNumber =
  | {
      readonly value: DecimalText
      readonly comparator?: Comparator
      /** The print differs from what is kept, and the reader must be told. */
      readonly told?: 'comma' | 'exponent'
    }
  | { readonly problem: 'number' | 'comma' }

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '=<': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
  '=>': '>=',
}

const PRINTED =
  /^(?<sign><=|>=|=<|=>|[<>≤≥])?(?<digits>\d+(?:[.,]\d+)?)(?:(?:e|[x×*]10\^?)(?<power>[+-]?\d{1,2}))?$/

/**
 * Reads a number as reports print it: `<20`, `≤ 0.5`, `2,3`, `2.35E+03`, full-width digits. A comma before three digits
 * could part thousands, so it is refused.
 */
export function readPrinted(text: string): PrintedNumber {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const parts = PRINTED.exec(plain)?.groups
  if (parts === undefined) return { problem: 'number' }
  const { sign, digits = '', power } = parts
  if (/,\d{3}$/.test(digits)) return { problem: 'comma' }
  const number = digits.replace(',', '.')
  const written = power === undefined ? number : new Decimal(`${number}e${power}`).toFixed()
  const value = DecimalText.safeParse(written).data
  if (value === undefined) return { problem: 'number' }
  const comparator = sign === undefined ? undefined : COMPARATORS[sign]
  const told = power !== undefined ? 'exponent' : digits.includes(',') ? 'comma' : undefined
  return { value, ...(comparator && { comparator }), ...(told && { told }) }
}

/** A number in a field where no comparator can stand; what cannot be read stays as typed, for the check to refuse. */
export function plainNumber(text: string): string {
  const read = readPrinted(text)
  return 'value' in read && read.comparator === undefined ? read.value : text.trim()
}
