import type { Job } from '#main/jobs/jobs.ts'
import { findBackupSettings, insertBackup } from '#main/store/backup-repository.ts'
import { troubleOf } from '#main/store/place-failure.ts'
import { AppError } from '#shared/api/errors.ts'
import type { Trouble } from '#shared/api/place-trouble.ts'
import type { ConcludingContext } from '../context.ts'
import { carryCopy, type KeptCopy, keepCopy } from '../kept-copy.ts'
import { transact } from '../trail.ts'

/**
 * Backs up under the key of before, beside the store and, where that is there, in the folder that the site backs up to. The
 * first has to succeed; what became of the second, the trail says.
 */
export async function backUpBeforeRekeying(context: ConcludingContext, running: Job): Promise<void> {
  const { session, directory, now, newId, app } = context
  const { db, key, clock } = session
  const made = { madeAt: clock.render(now()), application: app.version, purpose: 'before_rekey' } as const
  const writing = (done: number, total: number) => running.step('writing', done, total)
  const kept = await keepCopy({ db, key, directory, ...made, id: newId() }, writing)
  record(kept, context)
  const folder = findBackupSettings(db)?.settings.folder
  if (folder === undefined) return
  const carried = await carriedOrNot(kept, folder, running)
  if (typeof carried === 'string') recordFailure({ folder, trouble: carried }, context)
  else record(carried, context)
}

/** The copy, or why it could not be made: a stick that is not there keeps nobody from changing the key. */
async function carriedOrNot(kept: KeptCopy, folder: string, running: Job): Promise<KeptCopy | Trouble> {
  try {
    return await carryCopy(kept, folder, (done, total) => running.step('copying', done, total))
  } catch (error) {
    const payload = error instanceof AppError ? error.payload : undefined
    const trouble = payload?.code === 'no_place' ? payload.trouble : troubleOf(error)
    if (trouble === undefined) throw error
    return trouble
  }
}

function record(kept: KeptCopy, context: ConcludingContext): void {
  const { session, now, newId, user } = context
  const { folder, fileName, bytes, sha256, summary } = kept
  const { madeAt, trail } = summary
  const cause = 'before_rekey'
  const backup = {
    id: newId(),
    cause,
    madeAt,
    folder,
    fileName,
    bytes,
    sha256,
    trail,
    authorId: user.id,
  } as const
  transact(session, context, audit => {
    insertBackup(session.db, backup, session.clock.render(now()))
    audit({
      action: 'backup.make',
      subject: { kind: 'backup', id: backup.id },
      newValue: { cause, folder, fileName, bytes, sha256, entries: trail.entries },
    })
  })
}

function recordFailure(
  failed: { readonly folder: string; readonly trouble: Trouble },
  context: ConcludingContext,
): void {
  const subject = { kind: 'site', id: context.session.site.storeId }
  transact(context.session, context, audit =>
    audit({ action: 'backup.failed', subject, newValue: { cause: 'before_rekey', ...failed } }),
  )
}
