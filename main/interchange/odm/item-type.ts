import { z } from 'zod'

/** ODM's types of an item that Lobule has values of (ODM 1.3.2, 3.1.1.3.5). */
type DataType = 'text' | 'integer' | 'float' | 'date' | 'partialDate' | 'partialDatetime'

/** What an item can hold. */
export interface ItemType {
  readonly dataType: DataType
  /** In characters, for those types that have one. */
  readonly length?: number
  /** Digits after the point. */
  readonly significantDigits?: number
  readonly choices?: readonly string[]
}

/** Of a text that its schema does not limit: names of files, references. */
const UNLIMITED = 2000
/** A `DecimalText`: 15 digits, a sign, a point and 12 digits. */
const DECIMAL = { length: 29, significantDigits: 12 }

/** The type of a single value, found by what its schema accepts, because brands and refinements hide how it was made. */
export function itemTypeOf(schema: z.ZodType): ItemType {
  if (schema instanceof z.ZodEnum) return choiceOf(schema.options.map(String))
  if (schema instanceof z.ZodLiteral) return choiceOf([...schema.values].map(String))
  if (schema instanceof z.ZodNumber) return { dataType: 'integer', length: 9 }
  const accepts = (text: string) => schema.safeParse(text).success
  if (accepts('anything') || accepts('ongoing')) return { dataType: 'text', length: lengthOf(schema) }
  const isInstant = accepts('2026-11-14T08:30:00+08:00')
  if (isInstant) return { dataType: 'partialDatetime' }
  if (accepts('2026-11-14')) return { dataType: accepts('2026') ? 'partialDate' : 'date' }
  if (accepts('0.5') && !accepts('not_printed')) return { dataType: 'float', ...DECIMAL }
  return { dataType: 'text', length: lengthOf(schema) }
}

function choiceOf(choices: readonly string[]): ItemType {
  return { dataType: 'text', length: Math.max(...choices.map(({ length }) => length)), choices }
}

function lengthOf(schema: z.ZodType): number {
  return (schema instanceof z.ZodString ? schema.maxLength : null) ?? UNLIMITED
}
