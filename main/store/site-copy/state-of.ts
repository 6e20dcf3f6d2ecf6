import { AppError } from '#shared/api/errors.ts'
import type { CopySummary } from '#shared/api/exports.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { trailHead } from '../audit-trail.ts'
import { type ReadableDb, schemaVersion } from '../connection.ts'
import { tableCounts } from '../record-count.ts'
import { findSite } from '../site-repository.ts'

/** What a copy says of the store as it is in it. */
export type CopiedState = Pick<CopySummary, 'site' | 'schema' | 'trail' | 'tables'> & {
  readonly storeId: string
}

/** Throws `store_damaged` where the site or the trail is not there: no store is without them. */
export function stateOf(db: ReadableDb): CopiedState {
  const site = findSite(db)
  const head = trailHead(db)
  if (site === undefined || head === undefined)
    throw new AppError({ code: 'store_damaged', part: 'database' })
  const { storeId, name, number, training } = site
  return {
    storeId,
    site: { name, number, training: training === true },
    schema: schemaVersion(db),
    trail: { entries: head.seq, hash: Sha256.parse(head.hash) },
    tables: tableCounts(db),
  }
}
