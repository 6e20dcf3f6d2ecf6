import { AppError } from '#shared/api/errors.ts'
import type { imports } from '#shared/api/imports.ts'
import type { AreaHandlers } from './handlers.ts'

function notYet(): never {
  throw new AppError({ code: 'unavailable', what: 'imports' })
}

export const importHandlers: AreaHandlers<typeof imports> = {
  upload: notYet,
  discard: notYet,
  look: notYet,
  mappings: notYet,
  mappingHistory: notYet,
  saveMapping: notYet,
  check: notYet,
  rows: notYet,
  record: notYet,
  list: notYet,
  undo: notYet,
  original: notYet,
}
