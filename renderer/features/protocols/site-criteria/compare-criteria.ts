import { hashKey } from '@tanstack/react-query'
import type { Criterion } from '#shared/core/protocol/criterion.ts'

/** How a criterion differs from the version before: in what it says to people, in what it says to the engine, or both. */
export type Difference = 'added' | 'words' | 'condition' | 'both' | 'unchanged'

export interface ComparedCriterion {
  readonly criterion: Criterion
  readonly before: Criterion | undefined
  readonly difference: Difference
}

interface Comparison {
  readonly criteria: readonly ComparedCriterion[]
  readonly removed: readonly Criterion[]
}

/** Compares criteria by their ids; the order is that of the new version. */
export function compareCriteria(before: readonly Criterion[], after: readonly Criterion[]): Comparison {
  const criteria = after.map(criterion => {
    const old = before.find(({ id }) => id === criterion.id)
    return { criterion, before: old, difference: differenceOf(old, criterion) }
  })
  return { criteria, removed: before.filter(({ id }) => !after.some(criterion => criterion.id === id)) }
}

function differenceOf(before: Criterion | undefined, after: Criterion): Difference {
  if (before === undefined) return 'added'
  const { condition: oldCondition, ...oldWords } = before
  const { condition, ...words } = after
  const isOtherCondition = hashKey([oldCondition]) !== hashKey([condition])
  const areOtherWords = hashKey([oldWords]) !== hashKey([words])
  if (isOtherCondition) return areOtherWords ? 'both' : 'condition'
  return areOtherWords ? 'words' : 'unchanged'
}
