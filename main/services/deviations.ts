import type { deviations } from '#shared/api/deviations.ts'
import { AppError } from '#shared/api/errors.ts'
import type { AreaHandlers } from './handlers.ts'

export const deviationHandlers: AreaHandlers<typeof deviations> = {
  list: notYet,
  add: notYet,
  note: notYet,
}

function notYet(): never {
  throw new AppError({ code: 'unavailable', what: 'deviations' })
}
