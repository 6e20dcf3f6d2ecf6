import type { Where } from '../protocol/condition.ts'
import type { ChosenReadings } from '../protocol/reading.ts'
import { resolve } from '../protocol/reading.ts'
import { all, type Truth } from '../truth.ts'
import type { IndexedFact } from './chart-index.ts'

/** Whether a fact's attributes are the wanted ones, and the first attribute that leaves it open. */
export interface Match {
  readonly truth: Truth
  readonly open:
    | { readonly attribute: string; readonly because: 'missing' | 'undecided' | 'judgement' }
    | undefined
}

const matches: Match = { truth: 'true', open: undefined }

/** Matches one fact with all clauses. */
export function matchWhere(
  clauses: readonly Where[] | undefined,
  fact: IndexedFact,
  choices: ChosenReadings,
): Match {
  if (clauses === undefined) return matches
  const parts = clauses.map(clause => matchClause(clause, fact, choices))
  const truth = all(parts.map(part => part.truth))
  return { truth, open: parts.find(part => part.truth === truth)?.open }
}

function matchClause(clause: Where, fact: IndexedFact, choices: ChosenReadings): Match {
  const { attribute } = clause
  const value = fact.attributes[attribute] as string | number | undefined
  if (value === undefined) {
    return clause.judged
      ? { truth: 'needs_judgement', open: { attribute, because: 'judgement' } }
      : { truth: 'unknown', open: { attribute, because: 'missing' } }
  }
  if (clause.undecided?.includes(value))
    return { truth: 'unknown', open: { attribute, because: 'undecided' } }
  return resolve(clause.in, choices).includes(value) ? matches : { truth: 'false', open: undefined }
}
