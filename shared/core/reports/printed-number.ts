import { type Comparator, Decimal, DecimalText } from '../decimal.ts'

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
  /^(?<sign><=|>=|=<|=>|[<>≤≥])?(?<digits>\d+(?:[.,]\d+)?)(?:(?:e|[x×*]10\^)(?<power>[+-]?\d{1,2})|[x×*]10(?<raised>[+-]?[1-9]\d?))?$/

/** A small digit that is no power of ten is a footnote: without this it would become one of the number. */
const FOOTNOTE = /(?<![x×*]\s*10\s*[⁺⁻]?[⁰¹²³⁴-⁹]?)[⁰¹²³⁴-⁹₀-₉]/
/** Blanks between digits part thousands, or stand between two numbers: nobody can tell. */
const APART = /\d\s+\d/

/**
 * Reads a number as reports print it: `<20`, `≤ 0.5`, `2,3`, `2.35E+03`, full-width digits. A comma before three digits
 * could part thousands, so it is refused.
 */
export function readPrinted(text: string): PrintedNumber {
  const wide = text.normalize('NFKC').toLowerCase()
  const parts = PRINTED.exec(wide.replace(/\s+/g, ''))?.groups
  if (parts === undefined || FOOTNOTE.test(text) || APART.test(wide.trim())) return { problem: 'number' }
  const { sign, digits = '', raised, power = raised } = parts
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
