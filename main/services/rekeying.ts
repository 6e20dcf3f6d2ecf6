import { AppError } from '#shared/api/errors.ts'
import type { rekeying } from '#shared/api/rekeying.ts'
import type { AreaHandlers } from './handlers.ts'

function notYet(): never {
  throw new AppError({ code: 'unavailable', what: 'rekeying' })
}

export const rekeyingHandlers: AreaHandlers<typeof rekeying> = {
  begin: notYet,
  run: { prepare: notYet },
}
