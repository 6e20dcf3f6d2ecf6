import type { z } from 'zod'
import type { MutationContext, QueryContext } from '#main/services/context.ts'
import type { Commit } from '#main/services/handlers.ts'
import { findBackupSettings } from '#main/store/backup-repository.ts'
import type { backups } from '#shared/api/backups.ts'
import { AppError } from '#shared/api/errors.ts'
import { folderOf } from './configure.ts'
import { failedOutcome } from './outcome.ts'
import type { Place } from './place.ts'
import { recordOutcome } from './record.ts'

type Input = z.output<typeof backups.start.input>
type Started = z.input<typeof backups.start.output>

/** Begins a backup that somebody asked for. What goes wrong at once is in the trail as well. */
export async function askForBackup({ folder }: Input, context: QueryContext): Promise<Commit<Started>> {
  const { session, backups, directory, now, user } = context
  const place = placeFor(folder, context)
  try {
    const job = backups.start({ cause: 'asked', place }, user)
    return () => ({ job })
  } catch (error) {
    const at = session.clock.render(now())
    const failed = failedOutcome({ cause: 'asked', folder: place.folder }, error, at)
    if (failed !== undefined) recordOutcome(session, { directory, now, author: user }, failed)
    throw error
  }
}

function placeFor(
  folder: string | undefined,
  context: Pick<MutationContext, 'directory' | 'session'>,
): Place {
  if (folder !== undefined) return { folder: folderOf(folder, context), isOnOtherDisk: false }
  const chosen = findBackupSettings(context.session.db)?.settings
  if (chosen === undefined) throw new AppError({ code: 'no_place', place: 'backup', trouble: 'missing' })
  return chosen
}
