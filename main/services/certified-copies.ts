import { findCopy, listCopies } from '#main/store/certified-copy-repository.ts'
import { fileContent } from '#main/store/file-repository.ts'
import type { certifiedCopies } from '#shared/api/certified-copies.ts'
import { attachFacts } from './certified-copies/attach.ts'
import { certifyCopy } from './certified-copies/certify.ts'
import { copyOf, mediaTypeOf, shownCopies, shownCopy } from './certified-copies/shown.ts'
import { refuseWithdrawn, withdrawCopy } from './certified-copies/withdraw.ts'
import { notFound } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { partOf } from './imports/originals.ts'
import { patientOf } from './patients.ts'

export const certifiedCopyHandlers: AreaHandlers<typeof certifiedCopies> = {
  list({ patientId }, { db }) {
    patientOf(db, patientId)
    return shownCopies(listCopies(db, patientId), db)
  },

  certify: certifyCopy,

  attach({ id, facts }, context) {
    const copy = copyOf(id, context.db)
    refuseWithdrawn(copy, context.db)
    attachFacts(copy, facts, context)
    return shownCopy(copy, context.db)
  },

  withdraw({ id, reason }, context) {
    const copy = copyOf(id, context.db)
    withdrawCopy(copy, reason, context)
    return shownCopy(copy, context.db)
  },

  content({ id, offset }, { db }) {
    const copy = findCopy(db, id)
    if (copy === undefined) throw notFound('copy', id)
    patientOf(db, copy.patientId)
    const content = fileContent(db, copy.sha256)
    return { mediaType: mediaTypeOf(copy, db), bytes: content.length, part: partOf(content, offset) }
  },
}
