import { notFound } from '#main/services/failures.ts'
import { patientOf } from '#main/services/patients.ts'
import {
  type CopyRow,
  factsOfCopies,
  findCopy,
  withdrawalsOf,
} from '#main/store/certified-copy-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { findFile } from '#main/store/file-repository.ts'
import { type CertifiedCopy, CopyMediaType } from '#shared/api/certified-copies.ts'

/** A copy of a patient who was not removed. Throws `not_found`. */
export function copyOf(id: string, db: ReadableDb): CopyRow {
  const copy = findCopy(db, id)
  if (copy === undefined) throw notFound('copy', id)
  patientOf(db, copy.patientId)
  return copy
}

export function mediaTypeOf({ sha256 }: CopyRow, db: ReadableDb): CopyMediaType {
  return CopyMediaType.parse(findFile(db, sha256)?.mediaType)
}

/** One copy as screens have it. */
export function shownCopy(copy: CopyRow, db: ReadableDb): CertifiedCopy {
  const [shown] = shownCopies([copy], db)
  if (shown === undefined) throw notFound('copy', copy.id)
  return shown
}

/** Copies as screens have them, each with the facts that are read from it. */
export function shownCopies(copies: readonly CopyRow[], db: ReadableDb): CertifiedCopy[] {
  const ids = copies.map(({ id }) => id)
  const attached = Map.groupBy(factsOfCopies(db, ids), ({ copyId }) => copyId)
  const withdrawals = withdrawalsOf(db, ids)
  return copies.map(copy => {
    const { name, sha256, enteredAt, authorId, ...rest } = copy
    const bytes = findFile(db, sha256)?.bytes ?? 0
    const facts = (attached.get(copy.id) ?? []).map(fact => ({
      ...{ factId: fact.factId, attachedAt: fact.enteredAt, attachedBy: fact.authorId },
    }))
    const file = { name, mediaType: mediaTypeOf(copy, db), bytes, sha256 }
    const why = withdrawals.get(copy.id)
    const withdrawn = why ? { at: why.enteredAt, by: why.authorId, reason: why.reason } : null
    return { ...rest, file, certifiedAt: enteredAt, certifiedBy: authorId, facts, withdrawn }
  })
}
