import type { AuditEntry } from '#main/store/audit-trail.ts'

/** An entry as somebody may see it. */
export type ShownEntry = Omit<AuditEntry, 'hash'> & Partial<Pick<AuditEntry, 'hash'>>

/**
 * A full name in the trail is as closed as in the patient's record; that it changed stays visible. Without its
 * hash, by which one SHA-256 would confirm a guess.
 */
export function shown(entry: AuditEntry, mayReadIdentity: boolean): ShownEntry {
  if (!isFullName(entry) || mayReadIdentity) return entry
  const { oldValue: _old, newValue: _new, hash: _hash, ...rest } = entry
  return rest
}

/** Whether the values of an entry are a person's full name. */
export function isFullName({ field }: Pick<AuditEntry, 'field'>): boolean {
  return field === 'fullName'
}
