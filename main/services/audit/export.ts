import type { QueryContext } from '#main/services/context.ts'
import { type EntryFilter, type RawEntry, rawEntries } from '#main/store/audit-trail.ts'
import { hasRight } from '#shared/api/rights.ts'
import { isFullName } from './shown.ts'

/**
 * The entries as JSON Lines. `entry` is the stored text, so that whoever has it recomputes each hash: SHA-256 over
 * `previousHash`, a line feed and `entry`. Of a full name that the user may not see, neither values nor hash.
 */
export function* exportLines(filter: EntryFilter, { db, user }: QueryContext): Generator<string> {
  const mayReadIdentity = hasRight(user, 'identity.read')
  let hidden: string | undefined
  for (const raw of rawEntries(db, filter)) {
    const line = mayReadIdentity ? raw : withoutName(raw, hidden)
    hidden = 'withheld' in line ? raw.hash : undefined
    yield `${JSON.stringify(line)}\n`
  }
}

/** The hash before an entry is the hash of the one before: it is withheld with it. */
function withoutName(raw: RawEntry, hidden: string | undefined) {
  const entry = JSON.parse(raw.entry) as { readonly field?: string }
  if (isFullName(entry)) {
    const { oldValue: _old, newValue: _new, ...rest } = entry as Record<string, unknown>
    return { seq: raw.seq, withheld: 'full name', entry: JSON.stringify(rest) }
  }
  if (raw.previousHash !== hidden) return raw
  const { previousHash: _previous, ...rest } = raw
  return rest
}
