import type { RucamItem } from '#shared/core/adverse-events/rucam-choices.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { FactContentOf } from '#shared/core/facts/content.ts'
import { timeProblems } from '#shared/core/facts/fact.ts'
import { safety } from '#shared/core/facts/safety.ts'
import type { FactId } from '#shared/core/ids.ts'
import { type FieldProblems, MISSING } from '../../chart/form/check.ts'
import { timeOf, typedTime } from '../../chart/form/typed-time.ts'
import type { Values } from '../../chart/form/typed-values.ts'

export type Judgement = FactContentOf<'causality'>

/** What the fields say of an item of RUCAM that does not apply. */
export const NOT_APPLICABLE = 'not_applicable'

const { shape } = safety.causality
export const RUCAM_ITEMS = Object.keys(shape.rucam.unwrap().shape.items.shape) as RucamItem[]
export const WHO_UMC_ANSWERS = Object.keys(
  shape.whoUmc.shape.answers.shape,
) as (keyof Judgement['whoUmc']['answers'])[]

/** The fields of each aid: answered whole or not at all. */
export const AIDS = {
  naranjo: Array.from({ length: 10 }, (_, index) => `naranjo.${index}`),
  rucam: ['rucam.injury', ...RUCAM_ITEMS.map(item => `rucam.items.${item}`)],
} as const

const ASKED = [
  ...['product', 'procedure', 'disease'],
  ...WHO_UMC_ANSWERS.map(criterion => `whoUmc.answers.${criterion}`),
  ...['whoUmc.category', 'ground', 'on'],
]

/** A judgement as it stands in the fields: by the path of each answer, lists by their places. */
export function valuesOfJudgement(content: Judgement, timeZone: string): Values {
  const { kind: _kind, event: _event, on, ...judgement } = content
  return { ...Object.fromEntries(leavesOf(judgement, '')), on: typedTime(on, timeZone) }
}

function leavesOf(value: unknown, path: string): [string, string][] {
  if (value === undefined) return []
  if (value === null) return [[path, NOT_APPLICABLE]]
  if (typeof value !== 'object') return [[path, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === '' ? key : `${path}.${key}`),
  )
}

interface About {
  readonly event: FactId
  /** The site's IANA zone. */
  readonly timeZone: string
}

export type CheckedJudgement = { readonly content: Judgement } | { readonly problems: FieldProblems }

/** Later than anything that can be typed: whether a time lies in the future is the engine's to say, by the site's clock. */
const NEVER = OffsetDateTime.parse('2099-12-31T23:59:59Z')

/** Checks everything in the form as the engine will; a problem stands at its field. */
export function checkJudgement(values: Values, about: About): CheckedJudgement {
  const missing = missingIn(values)
  const parsed = safety.causality.safeParse(rawOf(values, about))
  if (!parsed.success) {
    const found = parsed.error.issues.map(
      ({ path, message }) => [path.map(String).join('.'), message] as const,
    )
    return { problems: { ...Object.fromEntries(found.toReversed()), ...missing } }
  }
  const late = timeProblems(parsed.data, NEVER).map(({ path, message }) => [path, message] as const)
  const problems = { ...Object.fromEntries(late), ...missing }
  return Object.keys(problems).length === 0 ? { content: parsed.data } : { problems }
}

function missingIn(values: Values): FieldProblems {
  const asked = [...ASKED, ...Object.values(AIDS).flatMap(fields => (isBegun(fields, values) ? fields : []))]
  return Object.fromEntries(asked.filter(name => isEmpty(values[name])).map(name => [name, MISSING]))
}

/** Whether anything of an aid is answered: then all of it has to be. */
export function isBegun(fields: readonly string[], values: Values): boolean {
  return fields.some(name => !isEmpty(values[name]))
}

function isEmpty(value: string | undefined): boolean {
  return value === undefined || value.trim() === ''
}

function rawOf(values: Values, { event, timeZone }: About): unknown {
  const text = (name: string) => (isEmpty(values[name]) ? undefined : values[name]?.trim())
  const on = text('on')
  const answers = Object.fromEntries(WHO_UMC_ANSWERS.map(one => [one, text(`whoUmc.answers.${one}`)]))
  const doseLimiting = text('doseLimiting')
  return {
    ...{ kind: 'causality', event, on: on && timeOf(on, timeZone) },
    ...{ product: text('product'), procedure: text('procedure'), disease: text('disease') },
    whoUmc: { category: text('whoUmc.category'), answers },
    ground: text('ground'),
    ...(isBegun(AIDS.naranjo, values) && { naranjo: AIDS.naranjo.map(text) }),
    ...(isBegun(AIDS.rucam, values) && { rucam: { injury: text('rucam.injury'), items: rucamItems(text) } }),
    ...(doseLimiting && { doseLimiting }),
  }
}

function rucamItems(text: (name: string) => string | undefined) {
  return Object.fromEntries(
    RUCAM_ITEMS.map(item => {
      const points = text(`rucam.items.${item}`)
      return [item, points === NOT_APPLICABLE ? null : points === undefined ? undefined : Number(points)]
    }),
  )
}
