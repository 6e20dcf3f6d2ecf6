import type { MutationContext } from '#main/services/context.ts'
import { invalid, notFound } from '#main/services/failures.ts'
import { type CopyRow, factsOfCopies, insertCopyFact } from '#main/store/certified-copy-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { currentFacts } from '#main/store/fact-repository.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'

/** Says that facts are read from a copy; those of which it was said before are left. */
export function attachFacts(copy: CopyRow, facts: readonly FactId[], context: MutationContext): void {
  const { db, session, now, user, audit } = context
  const known = new Set(factsOfCopies(db, [copy.id]).map(({ factId }) => factId))
  const added = ownFacts(copy.patientId, facts, db).filter(id => !known.has(id))
  if (added.length === 0) throw invalid('facts', 'says what is there already')
  const entered = { enteredAt: session.clock.render(now()), authorId: user.id }
  for (const factId of added) insertCopyFact(db, { copyId: copy.id, factId, ...entered })
  audit({
    action: 'copy.attach',
    subject: { kind: 'patient', id: copy.patientId },
    field: `copies.${copy.id}`,
    newValue: { sha256: copy.sha256, facts: added },
  })
}

/** Each once; throws `not_found` for a fact that the patient does not have now. */
export function ownFacts(patientId: PatientId, facts: readonly FactId[], db: ReadableDb): FactId[] {
  const charted = new Set(currentFacts(db, patientId).map(({ id }) => id))
  const stranger = facts.find(id => !charted.has(id))
  if (stranger !== undefined) throw notFound('fact', stranger)
  return [...new Set(facts)]
}
