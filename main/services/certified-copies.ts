import type { certifiedCopies } from '#shared/api/certified-copies.ts'
import { AppError } from '#shared/api/errors.ts'
import type { AreaHandlers } from './handlers.ts'

function notYet(): never {
  throw new AppError({ code: 'unavailable', what: 'certified copies' })
}

export const certifiedCopyHandlers: AreaHandlers<typeof certifiedCopies> = {
  list: notYet,
  certify: notYet,
  attach: notYet,
  content: notYet,
}
