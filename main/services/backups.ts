import type { backups } from '#shared/api/backups.ts'
import { askForBackup } from './backups/ask.ts'
import { configureBackups } from './backups/configure.ts'
import { drillsOf, practiseRestore } from './backups/drill.ts'
import { foldersIn } from './backups/folders.ts'
import { backupList, backupStatus } from './backups/status.ts'
import type { AreaHandlers } from './handlers.ts'

export const backupHandlers: AreaHandlers<typeof backups> = {
  status: (_input, context) => backupStatus(context),
  list: (_input, context) => backupList(context),
  folders: ({ path }) => foldersIn(path),
  configure: (input, context) => configureBackups(input, context),
  start: { prepare: askForBackup },
  drill: { prepare: practiseRestore },
  drills: (_input, context) => drillsOf(context),
}
