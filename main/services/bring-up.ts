import { insertBackup } from '#main/store/backup-repository.ts'
import type { WritableDb } from '#main/store/connection.ts'
import type { Migrated, PendingMigration } from '#main/store/migrate.ts'
import { noStep } from '#main/store/site-copy/file-entry.ts'
import { findSite } from '#main/store/site-repository.ts'
import { migrateStore } from '#main/store/store.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import { AppError } from '#shared/api/errors.ts'
import type { Audit, OpenContext, OpenSession } from './context.ts'
import { type KeptCopy, keepCopy, storedBackup } from './kept-copy.ts'
import { siteClock } from './site-clock.ts'

/** A store that was brought to this version, and the copy by which that can be taken back. */
export interface BroughtUp {
  readonly migrated: Migrated
  readonly backup: KeptCopy
  readonly backupId: string
}

/** Brings an opened store to this version, after a whole copy of it was kept beside it and opened. */
export async function bringUp(
  context: OpenContext,
  { db, key }: { readonly db: WritableDb; readonly key: StoreKey },
  pending: PendingMigration,
): Promise<BroughtUp> {
  const { directory, now, newId, app } = context
  const site = findSite(db)
  if (site === undefined) throw new AppError({ code: 'store_damaged', part: 'database' })
  const madeAt = siteClock(site.timeZone).render(now())
  const made = { madeAt, application: app.version, purpose: 'before_migration' } as const
  const backup = await keepCopy({ db, key, directory, ...made, id: newId() }, noStep)
  // It may have been locked meanwhile.
  if (!context.mayOpen()) throw new AppError({ code: 'locked' })
  const migrated = migrateStore({ db, directory }, pending, now().toISOString())
  return { migrated, backup, backupId: newId() }
}

interface Noting {
  readonly session: OpenSession
  readonly audit: Audit
  readonly now: () => Date
}

/** Says in the trail that the store was brought up, and by which copy that can be taken back. */
export function noteMigration(
  { migrated, backup, backupId }: BroughtUp,
  { session, audit, now }: Noting,
): void {
  const { db, clock, site, userId } = session
  const known = { id: backupId, cause: 'before_migration', authorId: userId } as const
  insertBackup(db, storedBackup(backup, known), clock.render(now()))
  const { folder, fileName } = backup
  const newValue = { ...migrated, backup: { folder, fileName } }
  audit({ action: 'store.migrate', subject: { kind: 'store', id: site.storeId }, newValue })
}
