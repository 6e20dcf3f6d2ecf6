import { AppError } from '#shared/api/errors.ts'
import type { trends } from '#shared/api/trends.ts'
import type { AreaHandlers } from './handlers.ts'

export const trendHandlers: AreaHandlers<typeof trends> = {
  patient: notYet,
  cohort: notYet,
}

function notYet(): never {
  throw new AppError({ code: 'unavailable', what: 'trends' })
}
