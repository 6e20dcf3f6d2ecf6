import type { FactKind } from '#shared/core/facts/content.ts'
import type { Condition } from '#shared/core/protocol/condition.ts'
import type { Criterion } from '#shared/core/protocol/criterion.ts'

/** A question that a protocol leaves to the investigator, in the words of its criterion. */
export interface Attestation {
  readonly question: string
  readonly criterion: Criterion
  /** The kinds of facts to look at before answering. */
  readonly informedBy: readonly FactKind[]
}

/** Every question for the investigator in some criteria, each once. */
export function attestationsOf(criteria: readonly Criterion[]): readonly Attestation[] {
  const found = criteria.flatMap(criterion =>
    questionsIn(criterion.condition).map(({ question, informedBy }) => ({ question, criterion, informedBy })),
  )
  return [...new Map(found.map(one => [one.question, one])).values()]
}

function questionsIn(condition: Condition): readonly Extract<Condition, { kind: 'attestation' }>[] {
  if (condition.kind === 'attestation') return [condition]
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(questionsIn)
  if (condition.kind === 'not') return questionsIn(condition.of)
  return condition.kind === 'by_reading' ? Object.values(condition.cases).flatMap(questionsIn) : []
}
