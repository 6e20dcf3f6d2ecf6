import { AppError } from '#shared/api/errors.ts'
import type { visits } from '#shared/api/visits.ts'
import type { AreaHandlers } from './handlers.ts'

export const visitHandlers: AreaHandlers<typeof visits> = {
  calendar: notYet,
  tasks: notYet,
  iCalendar: notYet,
}

function notYet(): never {
  throw new AppError({ code: 'unavailable', what: 'visits' })
}
