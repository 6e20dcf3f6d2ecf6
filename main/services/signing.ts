import { AppError } from '#shared/api/errors.ts'
import type { signing } from '#shared/api/signing.ts'
import type { AreaHandlers } from './handlers.ts'

export const signingHandlers: AreaHandlers<typeof signing> = {
  authority: () => null,
  people: () => [],
  enable() {
    throw new AppError({ code: 'unavailable', what: 'signing' })
  },
  replaceAuthority() {
    throw new AppError({ code: 'unavailable', what: 'signing' })
  },
}
