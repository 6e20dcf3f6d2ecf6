import type { restoring } from '#shared/api/restoring.ts'
import type { AreaHandlers } from './handlers.ts'
import { offerBackups } from './restoring/offers.ts'
import { discardRestore, performRestore } from './restoring/perform.ts'
import { prepareRestore } from './restoring/prepare.ts'

export const restoringHandlers: AreaHandlers<typeof restoring> = {
  offers: (_input, context) => offerBackups(context),
  prepare: prepareRestore,
  perform: ({ id }, context) => performRestore(id, context),
  discard({ id }, context) {
    discardRestore(id, context)
    return {}
  },
}
