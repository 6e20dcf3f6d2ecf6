import type { FactContentOf } from '../facts/content.ts'

/** Serious by its answer or by any criterion of ICH E2A: each is enough, and a clock must not wait for the answer. */
export function isSerious({
  serious,
  criteria = [],
}: Pick<FactContentOf<'adverse_event'>, 'serious' | 'criteria'>): boolean {
  return serious === 'yes' || criteria.length > 0
}
