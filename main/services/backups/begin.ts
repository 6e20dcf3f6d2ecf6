import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenSession, Surroundings } from '#main/services/context.ts'
import { OWNER_ONLY_DIRECTORY, storeFiles } from '#main/store/files.ts'
import { placeFailure } from '#main/store/place-failure.ts'
import { writeSiteCopy } from '#main/store/site-copy/write-site-copy.ts'
import type { BackupCause } from '#shared/api/backups.ts'
import { AppError } from '#shared/api/errors.ts'
import type { JobId } from '#shared/api/jobs.ts'
import { backupName, backupPrefix } from './file-name.ts'
import type { Asked } from './in-work.ts'
import type { Making } from './make-backup.ts'
import { placeTrouble, removeLeftovers, removeUnfinished } from './place.ts'

type Surrounding = Pick<Surroundings, 'directory' | 'now' | 'app'>

/** What a backup is made of, where to, and what it will be called. */
export interface Begun extends Making {
  readonly job: JobId
  readonly cause: BackupCause
  readonly summary: ReturnType<typeof writeSiteCopy>
}

/**
 * Takes the store as it is now, beside it: in milliseconds, so that it can be done between two calls, and needs no open
 * store afterwards. Throws `no_place` where the folder or the disk of the store cannot take it.
 */
export function beginBackup(
  session: OpenSession,
  surroundings: Surrounding,
  asked: Asked & { readonly job: JobId },
): Begun {
  const { db, key, clock, site } = session
  const { directory, now, app } = surroundings
  const { job, cause, place } = asked
  const trouble = placeTrouble(place, directory)
  if (trouble !== undefined) throw new AppError({ code: 'no_place', place: 'backup', trouble })
  const madeAt = clock.render(now())
  const { fileName, folder } = onDisk('backup', () => {
    removeUnfinished(place.folder, backupPrefix(site))
    return { folder: place.folder, fileName: backupName(site, madeAt, place.folder) }
  })
  const { backupsInWork } = storeFiles(directory)
  const copy = join(backupsInWork, job)
  return onDisk('store', () => {
    removeLeftovers(backupsInWork)
    mkdirSync(copy, { recursive: true, mode: OWNER_ONLY_DIRECTORY })
    try {
      const made = { madeAt, application: app.version, purpose: 'backup' } as const
      const summary = writeSiteCopy({ db, key, directory, ...made }, copy)
      return { job, cause, copy, folder, fileName, key: key.copy(), summary }
    } catch (error) {
      rmSync(copy, { recursive: true, force: true })
      throw error
    }
  })
}

function onDisk<T>(place: 'store' | 'backup', work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw placeFailure(error, place) ?? error
  }
}
