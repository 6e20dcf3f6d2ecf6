import fc, { type Arbitrary } from 'fast-check'
import { z } from 'zod'
import { type Analyte, analytes } from '#shared/core/analytes.ts'
import { CivilDate, dateOf, dayOf } from '#shared/core/civil-date.ts'
import { Candidate, type Chart } from '#shared/core/facts/candidate.ts'
import {
  EpisodeKind,
  FactContent,
  type FactKind,
  positiveContent,
  typesOf,
} from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { unitsOf } from '#shared/core/units.ts'
import { factOf, LAST_ENTRY } from './chart-builder.ts'

/*
 * Random charts. Days cluster around the last entry, the ends of months and each other, so that boundaries, ties and
 * gaps come up often; every kind of fact, precision and open side can come up.
 */

const last = dayOf(LAST_ENTRY)

/** A content that waits for the day on which it is charted. */
type Draft = (entered: number) => Record<string, unknown>

const precision = fc.constantFrom('day', 'day', 'day', 'day', 'day', 'morning', 'evening', 'month', 'year')
type Precision = typeof precision extends Arbitrary<infer P> ? P : never

const backwards = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 12 }) },
  { weight: 4, arbitrary: fc.nat({ max: 35 }) },
  { weight: 3, arbitrary: fc.nat({ max: 500 }) },
  { weight: 1, arbitrary: fc.nat({ max: 8000 }) },
  { weight: 1, arbitrary: fc.constantFrom(last - dayOf('2024-02-29'), last - dayOf('2026-08-31'), 183, 365) },
)

const time: Arbitrary<(entered: number) => string> = fc.tuple(backwards, precision).map(
  ([back, how]) =>
    entered =>
      write(dateOf(entered - back), how),
)

const civil: Arbitrary<(entered: number) => string> = backwards.map(back => entered => dateOf(entered - back))

function write(day: string, how: Precision): string {
  if (how === 'month') return day.slice(0, 7)
  if (how === 'year') return day.slice(0, 4)
  if (how === 'morning') return `${day}T08:00:00+08:00`
  return how === 'evening' ? `${day}T20:00:00+08:00` : day
}

const plainValues = [0, 1, 2, 3, 4, '12.5', '60', 'liver', 'J05AF10', 'NCT05106972', 'NCT07413549']

/** The values that an attribute can take, as far as tests need them. */
export function valuesOf(kind: FactKind, attribute: string): readonly unknown[] {
  if (attribute === 'question') return ['inappropriate-to-participate', 'fit']
  const shape: Record<string, z.ZodType | undefined> = positiveContent[kind].shape
  const schema = shape[attribute]
  if (schema === undefined) return []
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  if (inner instanceof z.ZodEnum) return inner.options
  return plainValues.filter(value => schema.safeParse(value).success)
}

/** The attributes of a kind, without its times. */
export function attributesOf(kind: FactKind): readonly { name: string; required: boolean }[] {
  const shape: Record<string, z.ZodType> = positiveContent[kind].shape
  return Object.entries(shape)
    .filter(([name]) => !['kind', 'on', 'from', 'to'].includes(name))
    .map(([name, schema]) => ({ name, required: !(schema instanceof z.ZodOptional) }))
}

function positive(kind: FactKind): Arbitrary<Draft> {
  const required: string[] = []
  const parts: Record<string, Arbitrary<unknown>> = {}
  for (const attribute of attributesOf(kind)) {
    const values = valuesOf(kind, attribute.name)
    if (values.length === 0) continue
    parts[attribute.name] = fc.constantFrom(...values)
    if (attribute.required) required.push(attribute.name)
  }
  const attributes = fc.record(parts, { requiredKeys: required })
  const single = 'on' in positiveContent[kind].shape
  const times = single ? time.map(on => (entered: number) => ({ on: on(entered) })) : episode
  return fc.tuple(attributes, times).map(([values, when]) => entered => ({
    kind,
    ...values,
    ...when(entered),
  }))
}

const open = <T>(arbitrary: Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 6 })

const episode: Arbitrary<Draft> = fc
  .tuple(
    open(time),
    open(
      fc.oneof(
        time,
        fc.constant(() => 'ongoing'),
      ),
    ),
  )
  .map(([from, to]) => entered => {
    const times = [from?.(entered), to?.(entered)] as const
    const [start, end] = times
    const swapped = start !== undefined && end !== undefined && end !== 'ongoing' && end < start
    const [first, final] = swapped ? [end, start] : times
    return { ...(first !== undefined && { from: first }), ...(final !== undefined && { to: final }) }
  })

function negative(about: EpisodeKind): Arbitrary<Draft> {
  const types = typesOf(about)
  const some: Arbitrary<string[] | undefined> =
    types.length === 0 ? fc.constant(undefined) : open(fc.subarray([...types], { minLength: 1 }))
  const reach = fc.oneof(
    { weight: 3, arbitrary: fc.constant((entered: number) => dateOf(entered)) },
    { weight: 2, arbitrary: civil },
    { weight: 1, arbitrary: civil.map(day => (entered: number) => day(entered).slice(0, 7)) },
  )
  return fc
    .tuple(
      open(
        fc.oneof(
          civil,
          fc.constant(() => '1980'),
        ),
      ),
      reach,
      some,
    )
    .map(([from, to, asked]) => entered => {
      const end = to(entered)
      const start = from?.(entered)
      return {
        kind: 'negative_finding',
        about,
        to: end,
        askedOf: ['patient'],
        ...(start !== undefined && { from: start < end ? start : end }),
        ...(asked && { types: asked }),
      }
    })
}

function notKnown(about: FactKind, analyte?: Analyte): Arbitrary<Draft> {
  return fc
    .tuple(civil, fc.constantFrom('unknown', 'unknown', 'not_applicable'))
    .map(([on, state]) => entered => ({
      kind: 'not_known',
      about,
      on: on(entered),
      state,
      ground: 'said',
      ...(analyte && { analyte }),
    }))
}

const numbers = ['0', '1', '2', '2.1', '12', '13.0', '16.0', '16.1', '20', '28', '34.2', '35', '50', '60']

/** Most results are not censored. */
const exact = Array.from({ length: 8 }, () => undefined)

/** A result of an analyte in any unit that can or cannot be converted. */
function result(analyte: Analyte): Arbitrary<Draft> {
  const extra = {
    comparator: fc.constantFrom(...exact, '<', '<=', '>=', '>'),
    control: fc.constantFrom('12.0', '13.0', '13.1', 'not_printed'),
    range: fc.constantFrom({ low: '10', high: '13.0' }, { high: '14.5' }, { low: '10' }, undefined),
  }
  const known = unitsOf(analyte)
  const unit = fc.constantFrom(...known, ...known, ...known, ...known, 'mmol')
  const loinc = fc.constantFrom(...analytes[analyte].loinc)
  return fc
    .tuple(time, fc.constantFrom(...numbers), unit, loinc, fc.record(extra))
    .map(([on, value, measured, code, printed]) => entered => {
      const given = Object.entries(printed).filter(([, part]) => part !== undefined)
      return {
        kind: 'laboratory',
        on: on(entered),
        loinc: code,
        value,
        unit: measured,
        ...Object.fromEntries(given),
      }
    })
}

const isEpisode = (kind: FactKind): kind is EpisodeKind => EpisodeKind.options.some(known => known === kind)

function about(kind: FactKind): Arbitrary<Draft> {
  const drafts = [{ weight: isEpisode(kind) ? 4 : 9, arbitrary: positive(kind) }]
  if (isEpisode(kind)) drafts.push({ weight: 5, arbitrary: negative(kind) })
  drafts.push({ weight: 1, arbitrary: notKnown(kind) })
  return fc.oneof(...drafts)
}

function aboutAnalyte(analyte: Analyte): Arbitrary<Draft> {
  return fc.oneof(
    { weight: 9, arbitrary: result(analyte) },
    { weight: 1, arbitrary: notKnown('laboratory', analyte) },
  )
}

const entry = fc.oneof(
  { weight: 3, arbitrary: fc.constant(last) },
  { weight: 1, arbitrary: fc.integer({ min: last - 90, max: last }) },
)

/** The subjects that a chart is to be about. */
export interface Subjects {
  readonly topics: readonly FactKind[]
  readonly analytes: readonly Analyte[]
}

/** A random fact about one of some subjects. */
export function factAbout({ topics, analytes: names }: Subjects, id: Arbitrary<string>): Arbitrary<Fact> {
  const drafts = [
    ...topics.filter(topic => topic !== 'laboratory').map(about),
    ...names.map(aboutAnalyte),
    ...(topics.includes('laboratory') ? [aboutAnalyte('inr')] : []),
  ]
  return fc
    .tuple(fc.oneof(...drafts), entry, id)
    .filter(([draft, entered]) => FactContent.safeParse(draft(entered)).success)
    .map(([draft, entered, name]) => factOf(name, draft(entered), dateOf(entered)))
}

const birthDays = [
  fc.constantFrom(
    '1966-11-22',
    '1966-02-28',
    '1968-02-29',
    '1966-03-14',
    '2006-11-23',
    '2008-02-29',
    '1980-05-20',
  ),
  fc.integer({ min: dayOf('1964-01-01'), max: dayOf('1968-12-31') }).map(dateOf),
  fc.integer({ min: dayOf('2005-01-01'), max: dayOf('2009-12-31') }).map(dateOf),
]

/** A random person; birth date and sex may be open. */
const person: Arbitrary<Candidate> = fc
  .record({
    sex: fc.constantFrom('female', 'female', 'male', 'unknown'),
    birth: open(fc.tuple(fc.oneof(...birthDays), precision)),
  })
  .map(({ sex, birth }) => {
    const written = birth && write(birth[0], birth[1]).slice(0, 10)
    return Candidate.parse({
      screeningNumber: 'S-1',
      initials: 'A',
      sex,
      ...(written && { birthDate: written }),
    })
  })

/** A random chart about some subjects, none of whose facts is entered after `LAST_ENTRY`. */
export function chartAbout(subjects: Subjects, maxLength = 6): Arbitrary<Chart> {
  const anything = subjects.topics.length + subjects.analytes.length > 0
  const facts = anything
    ? fc.array(factAbout(subjects, fc.constant('x')), { maxLength })
    : fc.constant<Fact[]>([])
  // Ids in random order: ties must not be decided by them.
  const ids = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'], {
    minLength: 12,
  })
  return fc.tuple(person, facts, ids).map(([candidate, list, names]) => ({
    candidate,
    facts: list.map((fact, index) => ({ ...fact, id: idOf(names[index] ?? `z${index}`) })),
  }))
}

function idOf(name: string): Fact['id'] {
  return factOf(name, { kind: 'body_weight', on: LAST_ENTRY, kg: '60' }).id
}

/** A day of the two years around the last entry. */
export const someDay: Arbitrary<CivilDate> = fc.oneof(
  fc.integer({ min: dayOf('2026-01-01'), max: dayOf('2027-12-31') }).map(dateOf),
  fc.integer({ min: last - 40, max: last + 40 }).map(dateOf),
)

/** The same list in another order. */
export function shuffled<T>(items: readonly T[]): Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length })
}

export const LAST_DAY = CivilDate.parse(LAST_ENTRY)
