import { z } from 'zod'

/**
 * Kleene's three values and one of our own: `needs_judgement` says that every fact is there and only the
 * investigator's judgement is missing. `unknown` outranks it: where a fact is missing too, no judgement helps yet.
 */
export const Truth = z.enum(['true', 'false', 'unknown', 'needs_judgement'])
export type Truth = z.infer<typeof Truth>

export function truthOf(value: boolean | undefined): Truth {
  return value === undefined ? 'unknown' : value ? 'true' : 'false'
}

export function not(value: Truth): Truth {
  return value === 'true' ? 'false' : value === 'false' ? 'true' : value
}

/** False if one is false, else unknown, else needs judgement, else true. True of nothing at all. */
export function all(values: readonly Truth[]): Truth {
  return first(values, 'false', 'unknown', 'needs_judgement') ?? 'true'
}

/** True if one is true, else unknown, else needs judgement, else false. False of nothing at all. */
export function any(values: readonly Truth[]): Truth {
  return first(values, 'true', 'unknown', 'needs_judgement') ?? 'false'
}

function first(values: readonly Truth[], ...order: Truth[]): Truth | undefined {
  return order.find(truth => values.includes(truth))
}
