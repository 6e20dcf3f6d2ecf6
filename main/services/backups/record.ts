import type { OpenSession, Surroundings } from '#main/services/context.ts'
import { transact } from '#main/services/trail.ts'
import { findBackup, findBackupSettings, insertBackup } from '#main/store/backup-repository.ts'
import { type BackupOutcome, ownBackupStatus, writeBackupStatus } from '#main/store/backup-status.ts'
import { matchesAnchor } from '#main/store/verify-trail.ts'
import type { Author } from './in-work.ts'
import { lastFailure } from './last-failure.ts'
import { lastGood } from './last-good.ts'

type Surrounding = Pick<Surroundings, 'directory' | 'now'>

/**
 * Writes what became of a backup into the store and its trail, under the name of who asked for it, and says it beside the
 * store. One that was made of another state of the store than it has had is none of its backups.
 */
export function recordOutcome(
  session: OpenSession,
  surroundings: Surrounding & { readonly author: Author },
  outcome: BackupOutcome,
): void {
  const { author, ...rest } = surroundings
  if (outcome.result === 'made') recordMade(session, { ...rest, user: author }, outcome)
  else recordFailed(session, { ...rest, user: author }, outcome)
  sayStatus(session, surroundings)
}

/** What became of backups that ended while the store was locked. */
export function recordUnrecorded(session: OpenSession, surroundings: Surrounding): void {
  const unrecorded = ownBackupStatus(surroundings.directory, session.key)?.unrecorded ?? []
  for (const outcome of unrecorded) recordOutcome(session, { ...surroundings, author: null }, outcome)
}

/** Says beside the store how its backups stand. */
export function sayStatus({ db, key }: OpenSession, { directory }: Surrounding): void {
  const last = lastGood({ db, directory })
  writeBackupStatus(directory, key, {
    folder: findBackupSettings(db)?.settings.folder ?? null,
    lastGood: last === undefined ? null : { madeAt: last.madeAt, fileName: last.fileName },
    unrecorded: [],
  })
}

type Actor = Surrounding & { readonly user: Author }

function recordMade(
  session: OpenSession,
  actor: Actor,
  { backup }: Extract<BackupOutcome, { result: 'made' }>,
): void {
  const { db, clock, site } = session
  const { trail, authorId: _author, ...made } = backup
  if (findBackup(db, backup.id) !== undefined) return
  if (!matchesAnchor(db, { seq: trail.entries, hash: trail.hash })) return
  transact(session, actor, audit => {
    insertBackup(db, backup, clock.render(actor.now()))
    audit({
      action: 'backup.make',
      subject: { kind: 'store', id: site.storeId },
      newValue: { ...made, entries: trail.entries, hash: trail.hash },
    })
  })
}

/** What failed before in the same way, with nothing made since, is said once: a stick may be away for weeks. */
function recordFailed(
  session: OpenSession,
  actor: Actor,
  { result: _result, ...failed }: Extract<BackupOutcome, { result: 'failed' }>,
): void {
  const before = lastFailure(session.db)
  const isNews =
    before?.trouble !== failed.trouble || before.folder !== failed.folder || failed.cause === 'asked'
  if (!isNews) return
  transact(session, actor, audit =>
    audit({
      action: 'backup.failed',
      subject: { kind: 'store', id: session.site.storeId },
      newValue: failed,
    }),
  )
}
