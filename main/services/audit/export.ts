import type { QueryContext } from '#main/services/context.ts'
import { type EntryFilter, type RawEntry, rawEntries } from '#main/store/audit-trail.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { hasRight } from '#shared/api/rights.ts'
import { isFullName } from './shown.ts'

/**
 * The entries as JSON Lines. `entry` is the stored text, so that whoever has it recomputes each hash: SHA-256 over
 * `previousHash`, a line feed and `entry`. Of a full name that the user may not see, neither values nor hash.
 */
export function* exportLines(
  filter: Omit<EntryFilter, 'limit' | 'newestFirst'>,
  { db, user }: QueryContext,
  { mayReadIdentity }: { readonly mayReadIdentity: boolean } = {
    mayReadIdentity: hasRight(user, 'identity.read'),
  },
): Generator<string> {
  let hidden: string | undefined
  for (const raw of inPages(filter, db)) {
    const line = mayReadIdentity ? raw : withoutName(raw, hidden)
    hidden = 'withheld' in line ? raw.hash : undefined
    yield `${JSON.stringify(line)}\n`
  }
}

/** Entries read at once: no statement stays open while what is made of them waits. */
const PAGE = 1000

function* inPages(filter: Omit<EntryFilter, 'limit' | 'newestFirst'>, db: ReadableDb): Generator<RawEntry> {
  for (let after = filter.afterSeq; ; ) {
    const page = [...rawEntries(db, { ...filter, afterSeq: after, limit: PAGE })]
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)?.seq
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
