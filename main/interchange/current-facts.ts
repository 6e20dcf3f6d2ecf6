import type { FactContent } from '#shared/core/facts/content.ts'
import type { FactRecord, SubjectData } from './site-data.ts'

/** A fact that stands, in its last version. */
export type CurrentFact = FactRecord & { readonly content: FactContent }

/** The facts of a patient that stand, each in its last version; retracted ones are left out. */
export function currentFactsOf({ facts }: Pick<SubjectData, 'facts'>): CurrentFact[] {
  const last = new Map(facts.map(fact => [fact.id, fact]))
  return [...last.values()].filter((fact): fact is CurrentFact => fact.content !== null)
}
