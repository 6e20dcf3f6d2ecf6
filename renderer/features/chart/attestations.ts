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
  switch (condition.kind) {
    case 'attestation':
      return [condition]
    case 'all':
    case 'any':
      return condition.of.flatMap(questionsIn)
    case 'not':
      return questionsIn(condition.of)
    case 'by_reading':
      return Object.values(condition.cases).flatMap(questionsIn)
    default:
      return []
  }
}
