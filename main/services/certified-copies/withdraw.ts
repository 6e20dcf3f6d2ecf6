import type { MutationContext } from '#main/services/context.ts'
import { invalid } from '#main/services/failures.ts'
import { type CopyRow, insertWithdrawal, withdrawalsOf } from '#main/store/certified-copy-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'

/** Says that a copy was attached in error; what was said of it before stays in the record. */
export function withdrawCopy(copy: CopyRow, reason: string, context: MutationContext): void {
  const { db, session, now, user, audit } = context
  refuseWithdrawn(copy, db)
  const entered = { enteredAt: session.clock.render(now()), authorId: user.id }
  insertWithdrawal(db, { copyId: copy.id, reason, ...entered })
  audit({
    action: 'copy.withdraw',
    subject: { kind: 'patient', id: copy.patientId },
    field: `copies.${copy.id}`,
    oldValue: { title: copy.title, sha256: copy.sha256 },
    newValue: null,
    reason,
  })
}

/** Nothing more is said of a copy that was withdrawn. */
export function refuseWithdrawn({ id }: CopyRow, db: ReadableDb): void {
  if (withdrawalsOf(db, [id]).has(id)) throw invalid('id', 'this copy was withdrawn')
}
