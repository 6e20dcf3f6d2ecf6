import type { z } from 'zod'
import { trailHead } from '#main/store/audit-trail.ts'
import { findAuthority } from '#main/store/authority-repository.ts'
import { matchesAnchor } from '#main/store/verify-trail.ts'
import type { audit } from '#shared/api/audit.ts'
import type { QueryContext } from '../context.ts'

type Held = z.output<typeof audit.holdsHead.output>

/** Compares what a signed document says of the trail with the trail that is here. */
export function compareHeads(
  { storeId, authority, heads }: z.output<typeof audit.holdsHead.input>,
  { db, session }: Pick<QueryContext, 'db' | 'session'>,
): Held {
  const isThisSite =
    storeId === null
      ? authority !== null && findAuthority(db, authority) !== undefined
      : storeId === session.site.storeId
  const last = trailHead(db)?.seq ?? 0
  const results = heads.map(head => {
    if (head.seq > last) return { seq: head.seq, result: 'beyond' as const }
    return { seq: head.seq, result: matchesAnchor(db, head) ? ('holds' as const) : ('differs' as const) }
  })
  return { isThisSite, heads: results }
}
