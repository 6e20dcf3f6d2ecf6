import { readAnchor } from '#main/store/anchor.ts'
import { type AuditEntry, listEntries } from '#main/store/audit-trail.ts'
import { verifyTrail } from '#main/store/verify-trail.ts'
import type { audit } from '#shared/api/audit.ts'
import { hasRight } from '#shared/api/rights.ts'
import type { User } from '#shared/api/users.ts'
import type { AreaHandlers } from './handlers.ts'

export const auditHandlers: AreaHandlers<typeof audit> = {
  list: (filter, { db, user }) => [...listEntries(db, filter)].map(entry => shown(entry, user)),

  verify(_input, { db, directory, session }) {
    const anchor = readAnchor(directory, session.key)
    if (anchor.state === 'good') return copy(verifyTrail(db, anchor.head))
    const report = verifyTrail(db)
    const problem = anchor.state === 'missing' ? 'anchor_missing' : 'anchor_forged'
    return { ...report, problems: [...report.problems, { seq: 0, problem }] }
  },
}

/**
 * A full name in the trail is as closed as in the patient's record; that it changed stays visible. Without its
 * hash, by which one SHA-256 would confirm a guess.
 */
function shown(entry: AuditEntry, user: User): Omit<AuditEntry, 'hash'> & Partial<AuditEntry> {
  if (entry.field !== 'fullName' || hasRight(user, 'identity.read')) return entry
  const { oldValue: _old, newValue: _new, hash: _hash, ...rest } = entry
  return rest
}

function copy<T extends { readonly problems: readonly unknown[] }>(report: T) {
  return { ...report, problems: [...report.problems] as T['problems'][number][] }
}
