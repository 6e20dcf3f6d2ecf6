import { z } from 'zod'
import { CivilDate, EventTime, OffsetDateTime, PartialDate } from '#shared/core/civil-date.ts'
import { DecimalText, NonNegativeDecimalText } from '#shared/core/decimal.ts'
import { type FactKind, positiveContent } from '#shared/core/facts/content.ts'

/** What the values of a column are: a list where there is one to choose from. */
export interface ColumnType {
  readonly type: 'number' | 'whole number' | 'time' | 'text' | 'choice'
  readonly choices: readonly string[]
}

const plain = (type: ColumnType['type']): ColumnType => ({ type, choices: [] })

const numbers: readonly unknown[] = [DecimalText, NonNegativeDecimalText]
const times: readonly unknown[] = [CivilDate, EventTime, OffsetDateTime, PartialDate]

/** What stands under a path of a kind of fact, by the schema that every fact has passed. */
export function typeUnder(kind: string, path: readonly string[]): ColumnType {
  let schema: unknown = kind in positiveContent ? positiveContent[kind as FactKind] : undefined
  for (const name of path) schema = inside(bare(schema), name)
  return typeOf(bare(schema))
}

function bare(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap()) : schema
}

function inside(schema: unknown, name: string): unknown {
  if (schema instanceof z.ZodArray) return schema.element
  return schema instanceof z.ZodObject ? (schema.shape as Readonly<Record<string, unknown>>)[name] : undefined
}

function typeOf(schema: unknown): ColumnType {
  if (numbers.includes(schema)) return plain('number')
  if (times.includes(schema)) return plain('time')
  if (schema instanceof z.ZodEnum) return { type: 'choice', choices: schema.options.map(String) }
  if (schema instanceof z.ZodLiteral) return { type: 'choice', choices: [...schema.values].map(String) }
  if (schema instanceof z.ZodNumber) return plain('whole number')
  // A time or `ongoing`.
  if (schema instanceof z.ZodUnion && schema.options.some(option => times.includes(option)))
    return plain('time')
  return plain('text')
}
