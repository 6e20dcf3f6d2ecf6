import type { Job } from '#main/jobs/jobs.ts'
import { findBackupSettings } from '#main/store/backup-repository.ts'
import type { Trouble } from '#shared/api/place-trouble.ts'
import { troubleBehind } from '../backups/outcome.ts'
import { placeTrouble } from '../backups/place.ts'
import { recordOutcome } from '../backups/record.ts'
import type { ConcludingContext } from '../context.ts'
import { carryCopy, type KeptCopy, keepCopy, storedBackup } from '../kept-copy.ts'

const CAUSE = 'before_rekey'

/**
 * Backs up under the key of before, beside the store and, where that is there, in the folder that the site backs up to. The
 * first has to succeed; what became of the second, the trail says.
 */
export async function backUpBeforeRekeying(context: ConcludingContext, running: Job): Promise<void> {
  const { session, directory, now, newId, app } = context
  const { db, key, clock } = session
  const made = { madeAt: clock.render(now()), application: app.version, purpose: CAUSE } as const
  const kept = await keepCopy({ db, key, directory, ...made, id: newId() }, (done, total) =>
    running.step(done * 2 < total ? 'writing' : 'verifying', done, total),
  )
  record(kept, context)
  const place = findBackupSettings(db)?.settings
  if (place === undefined) return
  const { folder } = place
  const carried = placeTrouble(place, directory) ?? (await carriedOrNot(kept, folder, running))
  if (typeof carried !== 'string') return record(carried, context)
  const failed = {
    result: 'failed',
    at: clock.render(now()),
    cause: CAUSE,
    folder,
    trouble: carried,
  } as const
  recordOutcome(session, { ...context, author: context.user }, failed)
}

/** The copy, or why it could not be made: a stick that is not there keeps nobody from changing the key. */
async function carriedOrNot(kept: KeptCopy, folder: string, running: Job): Promise<KeptCopy | Trouble> {
  try {
    return await carryCopy(kept, folder, (done, total) => running.step('copying', done, total))
  } catch (error) {
    const trouble = troubleBehind(error)
    if (trouble === undefined) throw error
    return trouble
  }
}

function record(kept: KeptCopy, context: ConcludingContext): void {
  const { session, newId, user } = context
  const backup = storedBackup(kept, { id: newId(), cause: CAUSE, authorId: user.id })
  recordOutcome(session, { ...context, author: user }, { result: 'made', backup })
}
