import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { QueryContext } from '#main/services/context.ts'
import { userOf } from '#main/services/users.ts'
import {
  type BackupRecord,
  type ChosenPlace,
  entriesToLose,
  findBackupSettings,
  listBackups,
} from '#main/store/backup-repository.ts'
import type { Backup, BackupSettings, BackupStatus } from '#shared/api/backups.ts'
import { ageName } from './age.ts'
import { lastFailure } from './last-failure.ts'
import { lastGood } from './last-good.ts'

/** How the backups stand now. */
export function backupStatus({
  db,
  session,
  directory,
  now,
  backups,
}: Pick<QueryContext, 'db' | 'session' | 'directory' | 'now' | 'backups'>): BackupStatus {
  const chosen = findBackupSettings(db)
  const last = lastGood({ db, directory })
  const failed = lastFailure(db)
  return {
    settings: chosen === undefined ? null : decided(chosen.settings),
    version: chosen?.version ?? 0,
    now: session.clock.render(now()),
    lastGood:
      last === undefined
        ? null
        : {
            ...{ madeAt: last.madeAt, folder: last.folder, fileName: last.fileName },
            entriesSince: entriesToLose(db, last.trail.entries),
          },
    age: ageName(last, chosen?.settings, now()),
    running: backups.running(),
    failed: failed === undefined ? null : { at: failed.at, cause: failed.cause, trouble: failed.trouble },
  }
}

/** Without what was found of the folder. */
function decided({ isOnOtherDisk: _isOnOtherDisk, ...settings }: ChosenPlace): BackupSettings {
  return settings
}

/** Every backup that the store knows of. */
export function backupList({ db }: Pick<QueryContext, 'db'>): Backup[] {
  return listBackups(db).map(backup => {
    const { authorId, rotatedAt: _rotatedAt, ...made } = backup
    return { ...made, author: userOf(db, authorId).fullName, state: stateOf(backup) }
  })
}

function stateOf({ folder, fileName, rotatedAt }: BackupRecord): Backup['state'] {
  if (existsSync(join(folder, fileName))) return 'there'
  return rotatedAt === null ? 'away' : 'rotated'
}
