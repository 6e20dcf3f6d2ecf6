import { Decimal } from '../decimal.ts'

/** The inputs of a score as far as they are known: what was not measured is undefined, never a default. */
export type Given<Inputs> = { readonly [Field in keyof Inputs]?: Inputs[Field] | undefined }

/** The lowest and the highest value that a measurement can have; beyond lies a slip of the pen or of the unit. */
export interface PlausibleRange {
  readonly low: number
  readonly high: number
}

/** What a score asks of each input: a number within a range, or that it is said at all. */
export type Requirements<Inputs> = { readonly [Field in keyof Inputs]: PlausibleRange | 'said' }

/** Why there is no score. `fields` are all that are missing, `field` is the first beyond its range. */
export type NoScore =
  | { readonly state: 'missing'; readonly fields: readonly string[] }
  | ({ readonly state: 'implausible'; readonly field: string } & PlausibleRange)

/** A score, or why there is none. */
export type ScoreResult<Value> = { readonly state: 'scored'; readonly value: Value } | NoScore

interface Check {
  readonly field: string
  readonly range: PlausibleRange | undefined
}

/** Requirements in the form in which they are checked. */
export function checksOf<Inputs>(requirements: Requirements<Inputs>): readonly Check[] {
  const entries = Object.entries(requirements) as [string, PlausibleRange | 'said'][]
  return entries.map(([field, range]) => ({ field, range: range === 'said' ? undefined : range }))
}

/** Whether a value is known and plausible. */
export function isPlausible(value: number | undefined, { low, high }: PlausibleRange): boolean {
  return value !== undefined && value >= low && value <= high
}

/**
 * A score from its formula: called only with inputs that are all there and all plausible. `isComplete` says the
 * requirements once more as one expression, for scores that are wanted by the hundred thousand: it saves the loop.
 */
export function scorer<Inputs, Value>(
  requirements: Requirements<Inputs>,
  formula: (inputs: Inputs) => Value,
  isComplete: (given: Given<Inputs>) => boolean = () => false,
): (given: Given<Inputs>) => ScoreResult<Value> {
  const checks = checksOf(requirements)
  return given => {
    const none = isComplete(given) ? undefined : noScore(given, checks)
    return none ?? { state: 'scored', value: formula(given as Inputs) }
  }
}

/** Why the inputs make no score, or undefined where nothing is missing or implausible. */
export function noScore(inputs: object, checks: readonly Check[]): NoScore | undefined {
  const given = inputs as Readonly<Record<string, unknown>>
  for (const { field, range } of checks) {
    const value = given[field]
    if (value === undefined) return missing(given, checks)
    if (range && !isPlausible(value as number, range)) {
      return missing(given, checks) ?? { state: 'implausible', field, ...range }
    }
  }
  return undefined
}

function missing(given: Readonly<Record<string, unknown>>, checks: readonly Check[]): NoScore | undefined {
  const fields = checks.filter(({ field }) => given[field] === undefined).map(({ field }) => field)
  return fields.length === 0 ? undefined : { state: 'missing', fields }
}

/** Half a unit rounds up, also where binary arithmetic lands a hair below the half; for values of at least 0. */
export function roundedHalfUp(value: number): number {
  return Math.floor(value + 0.5 + 1e-9)
}

/** A value as shown, with `places` decimals, halves away from zero. */
export function roundedTo(value: number, places: number): number {
  return new Decimal(value).toDecimalPlaces(places).toNumber()
}

/** `value` / `reference` by exact decimals: 2.1 is 3 times 0.7, which binary fractions miss. */
export function multipleOf(value: number, reference: number): number {
  for (const scale of SCALES) {
    const [upper, lower] = [Math.round(value * scale), Math.round(reference * scale)]
    if (Math.abs(upper) > MOST || Math.abs(lower) > MOST) break
    // Both are whole numbers of this decimal place, so that one division rounds the exact quotient.
    if (upper / scale === value && lower / scale === reference) return upper / lower
  }
  return new Decimal(value).dividedBy(reference).toNumber()
}

/** Decimal places of laboratory values; more are divided by decimals, which takes thirty times as long. */
const SCALES = [1, 10, 100, 1000, 10_000]
/** Up to fifteen digits a binary fraction stands for one decimal number only. */
const MOST = 1e15

/** `value` held between `low` and `high`. */
export function bounded(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
