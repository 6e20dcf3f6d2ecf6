import { z } from 'zod'
import { Analyte, analyteOfLoinc } from '../analytes.ts'
import { CivilDate } from '../civil-date.ts'
import { decisions, negativeSpan } from './decisions.ts'
import { events, history, measurements, procedures } from './history.ts'
import { imaging } from './imaging.ts'
import { laboratory } from './laboratory.ts'
import { safety } from './safety.ts'
import { trial } from './trial.ts'

/** Every positive statement that can be charted, by kind. */
export const positiveContent = {
  ...history,
  ...events,
  ...procedures,
  ...measurements,
  ...laboratory,
  ...imaging,
  ...decisions,
  ...trial,
  ...safety,
}

/** What a fact is about. */
export type FactKind = keyof typeof positiveContent
export const FactKind = z.enum(Object.keys(positiveContent) as [FactKind, ...FactKind[]])

/** The subjects that last or happen: those that a negative finding can exclude. */
export type EpisodeKind = keyof typeof history | keyof typeof events | keyof typeof procedures
export const EpisodeKind = z.enum(
  Object.keys({ ...history, ...events, ...procedures }) as [EpisodeKind, ...EpisodeKind[]],
)

/** "No upper gastrointestinal bleeding from … to …, asked of the patient and in the record." A fact like any other. */
const NegativeFinding = z.strictObject({
  kind: z.literal('negative_finding'),
  about: EpisodeKind,
  ...negativeSpan,
})

/** Asked and not to be had (`unknown`), or a question that does not arise for this patient (`not_applicable`). */
const NotKnown = z.strictObject({
  kind: z.literal('not_known'),
  about: FactKind,
  analyte: Analyte.optional(),
  on: CivilDate,
  state: z.enum(['unknown', 'not_applicable']),
  ground: z.string().trim().min(1).max(500),
})

type Positive = (typeof positiveContent)[FactKind]
const positives = Object.values(positiveContent) as [Positive, ...Positive[]]

const contentSchema = z
  .discriminatedUnion('kind', [...positives, NegativeFinding, NotKnown])
  .superRefine((content, context) => {
    const problem = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if (
      content.kind === 'not_known' &&
      (content.about === 'laboratory') !== (content.analyte !== undefined)
    ) {
      const which =
        content.analyte === undefined ? 'say which laboratory value' : 'only with about: laboratory'
      problem(['analyte'], which)
    }
    if (content.kind === 'laboratory' && content.control === undefined && isProthrombinTime(content.loinc)) {
      const fix = 'give it as printed, in the unit of the value, or "not_printed" where the report lacks it'
      problem(['control'], `a prothrombin time needs the control value of its run; ${fix}`)
    }
    if (content.kind !== 'negative_finding' || content.types === undefined) return
    const allowed = typesOf(content.about)
    content.types.forEach((type, index) => {
      if (allowed.includes(type)) return
      const known = allowed.length === 0 ? 'this subject has no types: leave `types` out' : allowed.join(', ')
      problem(['types', index], `not a type of ${content.about}; ${known}`)
    })
  })
export type FactContent = z.infer<typeof contentSchema>

/** What was observed, without who recorded it. By name, because the compiler does not write out a union of this length. */
export const FactContent: z.ZodType<FactContent, FactContent> = contentSchema
export type FactContentOf<K extends FactContent['kind']> = Extract<FactContent, { kind: K }>

const isProthrombinTime = (loinc: string) => analyteOfLoinc(loinc) === 'prothrombin_time'

/** The values that `type` can take for a subject that has types (infections, causes of cirrhosis), else none. */
export function typesOf(kind: EpisodeKind): readonly string[] {
  const shape: Record<string, unknown> = positiveContent[kind].shape
  return shape['type'] instanceof z.ZodEnum ? shape['type'].options.map(String) : []
}

/**
 * Whether a kind of fact has its values of an attribute from a list: `term` is chosen in one kind and free text in
 * another. Any other text stays as it was written, whatever it says.
 */
export function isChosen(kind: FactContent['kind'], attribute: string): boolean {
  const shape: Readonly<Record<string, unknown>> =
    kind in positiveContent ? positiveContent[kind as FactKind].shape : {}
  const schema = shape[attribute]
  return (schema instanceof z.ZodOptional ? schema.unwrap() : schema) instanceof z.ZodEnum
}
