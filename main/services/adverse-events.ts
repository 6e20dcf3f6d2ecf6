import type { adverseEvents } from '#shared/api/adverse-events.ts'
import { AppError } from '#shared/api/errors.ts'
import type { AreaHandlers } from './handlers.ts'

const unavailable = () => {
  throw new AppError({ code: 'unavailable', what: 'adverse events' })
}

export const adverseEventHandlers: AreaHandlers<typeof adverseEvents> = {
  list: unavailable,
  get: unavailable,
  check: unavailable,
  offers: unavailable,
  clocks: unavailable,
  overview: unavailable,
  exportListing: unavailable,
}
