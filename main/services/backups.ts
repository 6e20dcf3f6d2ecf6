import type { backups } from '#shared/api/backups.ts'
import { AppError } from '#shared/api/errors.ts'
import type { AreaHandlers } from './handlers.ts'

function notYet(): never {
  throw new AppError({ code: 'unavailable', what: 'backups' })
}

export const backupHandlers: AreaHandlers<typeof backups> = {
  status: notYet,
  list: notYet,
  folders: notYet,
  configure: notYet,
  start: notYet,
  drill: { prepare: notYet },
  drills: notYet,
}
