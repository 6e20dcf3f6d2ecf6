import { z } from 'zod'
import { Analyte } from '../analytes.ts'
import { MonthEnd, Period } from '../civil-date.ts'
import { Comparison, DecimalText } from '../decimal.ts'
import { EpisodeKind, FactKind, positiveContent, typesOf } from '../facts/content.ts'
import { Slug } from '../ids.ts'
import { unitsOf } from '../units.ts'
import { byReading } from './reading.ts'

/*
 * The rule language. A condition asks one thing about a candidate and answers true, false, unknown or
 * needs_judgement (see ../truth.ts). Conditions state, they do not compute: no expressions, no code.
 * README.md in this folder explains each kind with an example.
 */

const Scalar = z.union([z.string(), z.int()])

/** An attribute of a fact must be one of these values. */
const Where = z.strictObject({
  attribute: z.string().min(1),
  in: byReading(z.array(Scalar).min(1)),
  /** Values that leave the question open, such as a consent that is not signed yet. */
  undecided: z.array(Scalar).optional(),
  /** The attribute is the investigator's judgement: where only it is missing, the answer needs judgement. */
  judged: z.literal(true).optional(),
})
export type Where = z.infer<typeof Where>

/** Which events count. */
const EventSelector = z
  .strictObject({
    topic: EpisodeKind,
    types: byReading(z.array(Slug).min(1)).optional(),
    where: z.array(Where).optional(),
  })
  .superRefine(({ topic, types, where }, context) => {
    checkWhere(topic, where ?? [], context)
    const named = types === undefined ? [] : Array.isArray(types) ? types : Object.values(types.cases).flat()
    for (const type of named) {
      if (typesOf(topic).includes(type)) continue
      context.addIssue({ code: 'custom', path: ['types'], message: `${topic} has no type ${type}` })
    }
  })
export type EventSelector = z.infer<typeof EventSelector>

const Anchor = z.enum(['registration', 'dose', 'today'])
export type Anchor = z.infer<typeof Anchor>

/** The days in which an event counts; every window ends on the anchor's day and includes it. */
const Window = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ever'), anchor: Anchor.optional() }),
  z.strictObject({ kind: z.literal('now'), anchor: Anchor.optional() }),
  z
    .strictObject({
      kind: z.literal('within'),
      period: Period,
      /** Whether the day exactly one period before the anchor still counts. */
      farthestDay: byReading(z.enum(['within', 'outside'])),
      anchor: Anchor,
      monthEnd: byReading(MonthEnd).optional(),
    })
    .refine(window => window.monthEnd !== undefined || !followsCalendar(window.period), {
      path: ['monthEnd'],
      message: 'say where months and years end',
    }),
])
export type Window = z.infer<typeof Window>

/** How old the newest record may be; `no_limit` where the protocol gives none. */
const MaximumAge = z.union([
  z.literal('no_limit'),
  Period.refine(period => !followsCalendar(period), 'give days or weeks'),
])
export type MaximumAge = z.infer<typeof MaximumAge>

/** What a recorded "not applicable" means for a rule: absence, or nothing. */
const NotApplicable = byReading(z.enum(['absent', 'unknown']))

const Age = z.strictObject({
  kind: z.literal('age'),
  is: z.enum(['at_least', 'more_than']),
  years: z.int().min(0).max(130),
  /** "More than 60": 60 completed years and a next birthday, or any time elapsed after the 60th birthday. */
  counted: byReading(z.enum(['completed_years', 'elapsed_time'])),
  monthEnd: byReading(MonthEnd),
})

const SexIs = z.strictObject({ kind: z.literal('sex'), is: z.enum(['female', 'male']) })

/** What is compared: an analyte, or the seconds by which a prothrombin time exceeds its reference. */
const Quantity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('analyte'), analyte: Analyte }),
  z.strictObject({
    kind: z.literal('prothrombin_prolongation'),
    against: byReading(z.enum(['control', 'upper_limit'])),
  }),
])
export type Quantity = z.infer<typeof Quantity>

/** The analyte whose results a quantity is read from. */
export function analyteOf(quantity: Quantity): Analyte {
  return quantity.kind === 'analyte' ? quantity.analyte : 'prothrombin_time'
}

const QuantityIs = z
  .strictObject({
    kind: z.literal('quantity'),
    quantity: Quantity,
    compare: Comparison,
    limit: DecimalText,
    unit: z.string().min(1),
    maximumAge: byReading(MaximumAge),
    /** Which results count: the latest, or the condition holds if any (or only if every one) meets it. */
    counts: byReading(z.enum(['latest', 'any', 'every'])),
  })
  .superRefine(({ quantity, unit }, context) => {
    const units = unitsOf(analyteOf(quantity))
    if (units.includes(unit)) return
    context.addIssue({
      code: 'custom',
      path: ['unit'],
      message: `not a unit of this quantity; use ${units.join(', ')}`,
    })
  })

const EventOccurred = z.strictObject({
  kind: z.literal('event'),
  event: EventSelector,
  when: byReading(Window),
  /** A state of which a patient has one at a time: a charted one that fills the window answers the question. */
  onlyOne: z.literal(true).optional(),
  notApplicable: NotApplicable.optional(),
})

const Duration = z.strictObject({
  kind: z.literal('duration'),
  event: byReading(EventSelector),
  /** From the start to the anchor (a course), or to the end of the event at the latest (a treatment). */
  measured: z.enum(['since_start', 'start_to_end']),
  moreThan: Period,
  monthEnd: byReading(MonthEnd),
  /** Of several courses: any of them (where absent), or only the latest begun by the day. */
  counts: byReading(z.enum(['any', 'latest'])).optional(),
})

/** An attribute of the latest record of its kind. */
const Latest = z
  .strictObject({
    kind: z.literal('latest'),
    of: FactKind,
    where: z.array(Where).min(1),
    maximumAge: byReading(MaximumAge),
    notApplicable: NotApplicable.optional(),
  })
  .superRefine(({ of, where }, context) => checkWhere(of, where, context))

const Attestation = z.strictObject({
  kind: z.literal('attestation'),
  question: Slug,
  informedBy: z.array(FactKind),
})

/** Never true: what a reading says when it leaves something out of account. */
const Never = z.strictObject({ kind: z.literal('never') })

const atoms = [Age, SexIs, QuantityIs, EventOccurred, Duration, Latest, Attestation, Never] as const
type Atom = z.infer<(typeof atoms)[number]>

export type Condition =
  | Atom
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'by_reading'; reading: Slug; cases: Record<Slug, Condition> }
export type ConditionOf<K extends Condition['kind']> = Extract<Condition, { kind: K }>

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    ...atoms,
    z.strictObject({ kind: z.literal('all'), of: z.array(Condition).min(1) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(Condition).min(1) }),
    z.strictObject({ kind: z.literal('not'), of: Condition }),
    z.strictObject({ kind: z.literal('by_reading'), reading: Slug, cases: z.record(Slug, Condition) }),
  ]),
)

function followsCalendar({ unit }: Period): boolean {
  return unit === 'month' || unit === 'year'
}

/** An attribute must exist for its subject, and every value named must be one that it can take. */
function checkWhere(kind: FactKind, where: readonly Where[], context: z.RefinementCtx): void {
  const shape: Record<string, z.ZodType | undefined> = positiveContent[kind].shape
  where.forEach((clause, index) => {
    const attribute = Object.hasOwn(shape, clause.attribute) ? shape[clause.attribute] : undefined
    if (attribute === undefined) {
      const path = ['where', index, 'attribute']
      context.addIssue({ code: 'custom', path, message: `${kind} has no attribute ${clause.attribute}` })
      return
    }
    const named = Array.isArray(clause.in) ? clause.in : Object.values(clause.in.cases).flat()
    for (const value of [...named, ...(clause.undecided ?? [])]) {
      if (attribute.safeParse(value).success) continue
      context.addIssue({
        code: 'custom',
        path: ['where', index, 'in'],
        message: `never takes the value ${value}`,
      })
    }
  })
}
