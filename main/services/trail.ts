import { advanceAnchor } from '#main/store/anchor.ts'
import { trailWriter } from '#main/store/audit-trail.ts'
import { inTransaction } from '#main/store/connection.ts'
import type { User } from '#shared/api/users.ts'
import type { Audit, OpenSession } from './context.ts'

/** On whose behalf something is written; `user` is null where nobody is logged in. */
export interface Actor {
  readonly directory: string
  readonly now: () => Date
  readonly user: Pick<User, 'id' | 'role'> | null
}

/** Runs `work` and its entries in one transaction; now and then the trail's end is anchored outside the database. */
export function transact<T>(session: OpenSession, actor: Actor, work: (audit: Audit) => T): T {
  const { db, clock, key } = session
  const { directory, now, user } = actor
  const result = inTransaction(db, () => {
    const append = trailWriter(db)
    return work(note => {
      const instant = now()
      const offset = clock.offsetAt(instant)
      const who = { userId: user?.id ?? null, role: user?.role ?? null }
      append({ ...note, ...who, offset, at: instant.toISOString() })
    })
  })
  session.anchoredSeq = advanceAnchor(db, directory, key, session.anchoredSeq)
  return result
}

/** The fields in which two versions of a record differ, with both values; an absent value is null. */
export function changedFields<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): { field: string; oldValue: unknown; newValue: unknown }[] {
  return fields
    .map(field => ({ field, oldValue: before[field] ?? null, newValue: after[field] ?? null }))
    .filter(({ oldValue, newValue }) => JSON.stringify(oldValue) !== JSON.stringify(newValue))
}
