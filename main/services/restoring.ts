import { AppError } from '#shared/api/errors.ts'
import type { restoring } from '#shared/api/restoring.ts'
import type { AreaHandlers } from './handlers.ts'

function notYet(): never {
  throw new AppError({ code: 'unavailable', what: 'restoring' })
}

export const restoringHandlers: AreaHandlers<typeof restoring> = {
  offers: notYet,
  prepare: notYet,
  perform: notYet,
  discard: notYet,
}
