import type { Offer } from '#shared/core/adverse-events/offer.ts'

/**
 * The grade against the value before the first dose. CTCAE v5.0 grades by it only for some terms, and then mostly where it
 * was abnormal: with a grade by the limits and none by it, it was not graded by it; with neither, nobody can tell.
 */
export function againstBaseline({
  absolute,
  relative,
  baseline,
}: Pick<Offer, 'absolute' | 'relative' | 'baseline'>): number | 'noBaseline' | 'notAgainst' | 'notTold' {
  if (baseline === null) return 'noBaseline'
  if (relative !== null) return relative
  return absolute === null ? 'notTold' : 'notAgainst'
}
