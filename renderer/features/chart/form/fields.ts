import { z } from 'zod'
import { type FactKind, positiveContent } from '#shared/core/facts/content.ts'

/** How a field of a fact is entered, read off its schema. */
type FieldType =
  | { readonly as: 'time' | 'end' | 'protocol' | 'number' | 'text' | 'longText' }
  | { readonly as: 'choice'; readonly options: readonly string[] }
  | { readonly as: 'integer'; readonly min: number; readonly max: number }

export interface Field {
  readonly name: string
  readonly required: boolean
  readonly type: FieldType
}

const LONG_TEXT = 300

/** The fields of a kind of fact in the order of its schema; the kind itself is not one. */
export function fieldsOf(kind: FactKind): readonly Field[] {
  const shape: Readonly<Record<string, z.ZodType>> = positiveContent[kind].shape
  return Object.entries(shape)
    .filter(([name, schema]) => name !== 'kind' && !isList(schema))
    .map(([name, schema]) => ({
      name,
      required: !(schema instanceof z.ZodOptional),
      type: typeOf(name, schema instanceof z.ZodOptional ? schema.unwrap() : schema),
    }))
}

/** Lists have forms of their own. */
function isList(schema: z.ZodType): boolean {
  return (schema instanceof z.ZodOptional ? schema.unwrap() : schema) instanceof z.ZodArray
}

function typeOf(name: string, schema: unknown): FieldType {
  if (name === 'on' || name === 'from' || name === 'watchedUntil') return { as: 'time' }
  if (name === 'to') return { as: 'end' }
  if (name === 'protocol') return { as: 'protocol' }
  if (schema instanceof z.ZodEnum) return { as: 'choice', options: schema.options.map(String) }
  if (schema instanceof z.ZodNumber)
    return { as: 'integer', min: schema.minValue ?? 0, max: schema.maxValue ?? Number.MAX_SAFE_INTEGER }
  if (schema instanceof z.ZodString) {
    if (isNumberAsText(schema)) return { as: 'number' }
    return { as: (schema.maxLength ?? 0) > LONG_TEXT ? 'longText' : 'text' }
  }
  throw new Error(`no field for ${name}`)
}

/** Decimals are text that only a number passes. */
function isNumberAsText(schema: z.ZodString): boolean {
  return schema.safeParse('1.5').success && !schema.safeParse('x').success
}
