import fc, { type Arbitrary } from 'fast-check'
import { z } from 'zod'
import { FactContent, type FactKind, positiveContent } from '#shared/core/facts/content.ts'

/** Texts of every form that a fact has, and some that are hard to write into a table. */
const texts = [
  ...['2026-03-02', '2026-03', '2026', '2026-03-02T08:30:00+08:00', '2026-02-11T00:05:00+08:00'],
  ...['12.50', '0', '-2.5', '100000000', '1742-6', '1975-2', '5902-2', '2345-7', 'umol/L', '[IU]/mL'],
  ...['NCT05106972', 'NCT07413549', 'week-4', 'J05AF10', '10019845', 'a'.repeat(64)],
  ...['=1+1', '+86 10', '-', '@here', '＝1', "'=1", "it's", '发热，寒战', 'said "cold", then\nshook', 'a;b'],
]

/** Any content of a kind that its schema lets through, with every attribute now and then. */
function anyContent(kind: FactKind): Arbitrary<FactContent> {
  return anyOf(positiveContent[kind])
    .filter(content => FactContent.safeParse(content).success)
    .map(content => FactContent.parse(content))
}

/** Any content of any kind, "none of it" and "not known" included. */
export function anyFact(): Arbitrary<FactContent> {
  const kinds = Object.keys(positiveContent) as FactKind[]
  return fc.oneof(...kinds.map(anyContent), negative, notKnown)
}

const negative = fc
  .record({
    about: fc.constantFrom(
      'hepatic_encephalopathy',
      'infection',
      'tips',
      'pregnancy_test',
      'antiviral_treatment',
    ),
    from: fc.constantFrom('2020', '2026-01-05'),
    to: fc.constantFrom('2026-03', '2026-03-02'),
    askedOf: fc.constantFrom(['patient'], ['patient', 'record']),
  })
  .map(content => FactContent.parse({ kind: 'negative_finding', ...content }))

const notKnown = fc
  .record({
    about: fc.constantFrom(
      ...(Object.keys(positiveContent) as FactKind[]).filter(kind => kind !== 'laboratory'),
    ),
    on: fc.constantFrom('2026-03-02', '2026-02-11'),
    state: fc.constantFrom('unknown', 'not_applicable'),
    ground: fc.constantFrom('家属不详', '=asked twice'),
  })
  .map(content => FactContent.parse({ kind: 'not_known', ...content }))

function anyOf(schema: unknown): Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) return objectOf(schema.shape as Readonly<Record<string, unknown>>)
  if (schema instanceof z.ZodNullable) return fc.oneof(fc.constant(null), anyOf(schema.unwrap()))
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodArray) {
    const size = [0, 1, 2, 3, 10].filter(length => accepts(schema, length))
    return fc
      .constantFrom(...size)
      .chain(length => fc.array(anyOf(schema.element), { minLength: length, maxLength: length }))
  }
  const check = schema as z.ZodType
  const fitting = [1, 2, 3, 70, 120, 0, ...texts].filter(value => check.safeParse(value).success)
  if (fitting.length === 0) throw new Error(`no value for a schema of type ${check.type}`)
  return fc.constantFrom(...fitting)
}

/** Whether a list may have a length, told by what its schema says of a list of nothing. */
function accepts(schema: z.ZodArray, length: number): boolean {
  const issues = schema.safeParse(Array.from({ length }, () => undefined)).error?.issues ?? []
  return !issues.some(({ path, code }) => path.length === 0 && (code === 'too_small' || code === 'too_big'))
}

function objectOf(shape: Readonly<Record<string, unknown>>): Arbitrary<unknown> {
  const parts: Record<string, Arbitrary<unknown>> = {}
  for (const [name, schema] of Object.entries(shape)) {
    parts[name] = anyOf(schema instanceof z.ZodOptional ? schema.unwrap() : schema)
  }
  const requiredKeys = Object.keys(shape).filter(name => !(shape[name] instanceof z.ZodOptional))
  return fc.record(parts, { requiredKeys })
}
