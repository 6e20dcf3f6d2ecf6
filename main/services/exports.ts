import { AppError } from '#shared/api/errors.ts'
import type { exports } from '#shared/api/exports.ts'
import type { AreaHandlers } from './handlers.ts'

function notYet(): never {
  throw new AppError({ code: 'unavailable', what: 'exports' })
}

export const exportHandlers: AreaHandlers<typeof exports> = {
  list: notYet,
  preview: notYet,
  prepare: notYet,
  take: notYet,
  part: notYet,
  takeCopy: notYet,
}
