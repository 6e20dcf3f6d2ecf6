import { z } from 'zod'
import { ProtocolId, Slug } from '../ids.ts'
import { LocalizedText } from '../text.ts'

/** Words of a source, exactly as they stand there. */
export const Quote = z.strictObject({ source: Slug, text: z.string().min(1) })
export type Quote = z.infer<typeof Quote>

/** One question that the protocol's text leaves open, with every answer that the text allows. */
export const Reading = z.strictObject({
  id: Slug,
  scope: z.enum(['eligibility', 'dosing', 'schedule', 'outcome']),
  question: LocalizedText,
  alternatives: z.array(z.strictObject({ id: Slug, label: LocalizedText })).min(2),
  quote: Quote,
})
export type Reading = z.infer<typeof Reading>

/** The site's chosen alternative per reading; a reading that is absent is not chosen. */
export const ChosenReadings = z.record(Slug, Slug)
export type ChosenReadings = z.infer<typeof ChosenReadings>

/** A readings file: what the site's principal investigator chose for one protocol. */
export const ReadingsFile = z.strictObject({
  schema: z.literal('lobule.readings/1'),
  protocol: ProtocolId,
  training: z.literal(true).optional(),
  readings: ChosenReadings,
})
export type ReadingsFile = z.infer<typeof ReadingsFile>

/** A value of the rules with its choice by reading, if it has one, taken. */
export type Resolved<V> = V extends { reading: Slug; cases: Record<Slug, infer T> } ? T : V

/** Schema of a value that may depend on a reading. */
export function byReading<S extends z.ZodType>(value: S) {
  return z.union([value, z.strictObject({ reading: Slug, cases: z.record(Slug, value) })])
}

/** Whether a part of a rule is a choice by reading. */
export function isByReading(value: unknown): value is { reading: Slug; cases: Record<Slug, unknown> } {
  return typeof value === 'object' && value !== null && 'reading' in value && 'cases' in value
}

/** A rule's value under the chosen alternatives. `choices` must name every reading that the rule uses. */
export function resolve<V>(value: V, choices: ChosenReadings): Resolved<V> {
  if (!isByReading(value)) return value as Resolved<V>
  const chosen = choices[value.reading]
  if (chosen === undefined || !Object.hasOwn(value.cases, chosen)) {
    throw new Error(`reading ${value.reading} has no case ${chosen ?? '(not chosen)'}`)
  }
  return value.cases[chosen] as Resolved<V>
}

/** Every choice by reading anywhere inside a rule, with the alternatives that it has cases for. */
export function readingsUsed(part: unknown): { reading: Slug; cases: Slug[]; path: (string | number)[] }[] {
  if (typeof part !== 'object' || part === null) return []
  const here = isByReading(part) ? [{ reading: part.reading, cases: Object.keys(part.cases), path: [] }] : []
  const keyed = Array.isArray(part)
    ? part.map((value, index) => [index, value] as const)
    : Object.entries(part)
  const below = keyed.flatMap(([key, value]) =>
    readingsUsed(value).map(use => ({ ...use, path: [key, ...use.path] })),
  )
  return [...here, ...below]
}
