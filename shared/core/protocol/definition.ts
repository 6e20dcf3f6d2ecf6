import { z } from 'zod'
import { CivilDate, PartialDate } from '../civil-date.ts'
import { DecimalText } from '../decimal.ts'
import { ProtocolId, type Sha256, Slug } from '../ids.ts'
import { LocalizedText } from '../text.ts'
import { Criterion, checkReadings, checkUnique } from './criterion.ts'
import { Quote, Reading } from './reading.ts'

const Source = z.strictObject({
  id: Slug,
  title: z.string().min(1),
  address: z.string().min(1),
  /** File beside the definition that holds the text quoted from. */
  file: z.string().regex(/^[a-z0-9-]+\.txt$/),
})

/** What the registry says of itself: the site must know how old its source is. */
const RegistryRecord = z.strictObject({
  status: LocalizedText,
  lastVerified: PartialDate.optional(),
  lastUpdatePosted: CivilDate.optional(),
  plannedPrimaryCompletion: CivilDate.optional(),
  plannedCompletion: CivilDate.optional(),
  remark: LocalizedText.optional(),
})

const Design = z.strictObject({
  summary: LocalizedText,
  phase: LocalizedText,
  allocation: LocalizedText,
  masking: LocalizedText,
  parts: z.array(z.strictObject({ id: Slug, title: LocalizedText, quote: Quote })),
  quotes: z.array(Quote).min(1),
})

const Arm = z.strictObject({
  id: Slug,
  title: LocalizedText,
  route: LocalizedText,
  doses: z.int().min(1).optional(),
  cellsPerDose: DecimalText.optional(),
  weeksBetweenDoses: z.int().min(1).optional(),
  quote: Quote,
})

const Assessment = z.strictObject({ id: Slug, title: LocalizedText, quote: Quote })

/** A planned visit, in whole weeks after the administration. Windows are never here: the site enters them. */
const Visit = z.strictObject({ id: Slug, week: z.int().min(0), assessments: z.array(Slug) })

const Outcome = z.strictObject({
  id: Slug,
  role: z.enum(['primary', 'secondary', 'not_labelled']),
  title: LocalizedText,
  timeFrame: z.string().min(1),
  quote: Quote,
})

/** Days after administration, both included, in which events are collected. */
const SafetyWindow = z.strictObject({
  id: Slug,
  title: LocalizedText,
  fromDay: z.int().min(0),
  toDay: z.int().min(0),
  quote: Quote,
})

/** A protocol as data: everything that its source says, each element with the words it comes from. */
export const ProtocolDefinition = z
  .strictObject({
    schema: z.literal('lobule.protocol/1'),
    id: ProtocolId,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, 'three numbers, such as 1.0.0'),
    date: CivilDate,
    title: LocalizedText,
    sponsor: z.string().min(1).optional(),
    site: z.string().min(1),
    sources: z.array(Source).min(1),
    record: RegistryRecord,
    condition: z.strictObject({ title: LocalizedText, quote: Quote }),
    design: Design,
    arms: z.array(Arm),
    plannedEnrolment: z.strictObject({ participants: z.int().min(1), quote: Quote }),
    followUpWeeks: z.strictObject({ weeks: z.int().min(1), quote: Quote }),
    /** `not_published`: the criteria below are all that the record states; nobody can be eligible on them. */
    eligibilityCriteria: z.enum(['published', 'not_published']),
    criteria: z.array(Criterion).min(1),
    assessments: z.array(Assessment),
    visits: z.array(Visit),
    outcomes: z.array(Outcome).min(1),
    safetyWindows: z.array(SafetyWindow),
    readings: z.array(Reading),
    /** What was looked for and not found: shown, never filled in. */
    notPublished: z.array(LocalizedText),
  })
  .superRefine((definition, context) => {
    for (const list of ['criteria', 'readings', 'visits', 'assessments', 'outcomes', 'arms'] as const) {
      checkUnique(definition[list], list, context)
    }
    checkReadings(definition.criteria, definition.readings, context)
    checkQuoteSources(definition, context)
    checkAssessments(definition, context)
  })
export type ProtocolDefinition = z.infer<typeof ProtocolDefinition>

/** A definition as loaded: its SHA-256 over the file's bytes is part of every verdict. */
export interface LoadedProtocol {
  readonly definition: ProtocolDefinition
  readonly sha256: Sha256
}

/** Every quote in a definition, with its path. */
export function quotesOf(
  part: unknown,
  path: (string | number)[] = [],
): { quote: Quote; path: (string | number)[] }[] {
  const quote = Quote.safeParse(part)
  if (quote.success) return [{ quote: quote.data, path }]
  if (typeof part !== 'object' || part === null) return []
  const keyed = Array.isArray(part)
    ? part.map((value, index) => [index, value] as const)
    : Object.entries(part)
  return keyed.flatMap(([key, value]) => quotesOf(value, [...path, key]))
}

function checkQuoteSources(definition: { sources: { id: string }[] }, context: z.RefinementCtx): void {
  const known = new Set(definition.sources.map(({ id }) => id))
  for (const { quote, path } of quotesOf(definition)) {
    if (known.has(quote.source)) continue
    context.addIssue({
      code: 'custom',
      path: [...path, 'source'],
      message: `no source ${quote.source} is listed`,
    })
  }
}

interface Scheduled {
  readonly assessments: readonly { id: string }[]
  readonly visits: readonly { assessments: readonly string[] }[]
}

function checkAssessments({ assessments, visits }: Scheduled, context: z.RefinementCtx): void {
  const known = new Set(assessments.map(({ id }) => id))
  visits.forEach((visit, index) => {
    for (const assessment of visit.assessments) {
      if (known.has(assessment)) continue
      const path = ['visits', index, 'assessments']
      context.addIssue({ code: 'custom', path, message: `no assessment ${assessment} is listed` })
    }
  })
}
