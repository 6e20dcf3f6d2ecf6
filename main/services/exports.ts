import { listExports } from '#main/store/export-repository.ts'
import type { exports } from '#shared/api/exports.ts'
import { PART_BYTES } from '#shared/api/imports.ts'
import { countsOf } from './exports/counts.ts'
import { prepareExport } from './exports/prepare.ts'
import { scopeOf } from './exports/scope.ts'
import { exportSummaries } from './exports/summaries.ts'
import { takeExport } from './exports/take.ts'
import { takeCopy } from './exports/take-copy.ts'
import { invalid, notFound } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'

export const exportHandlers: AreaHandlers<typeof exports> = {
  list: (_input, context) => exportSummaries(listExports(context.db), context),

  async preview(request, context) {
    const { freeTexts, ...counts } = await countsOf(scopeOf(request, context), context)
    return { ...counts, freeTexts: request.pseudonymised ? freeTexts : 0 }
  },

  prepare: { prepare: prepareExport },

  take: { prepare: ({ id }, context) => takeExport(id, context) },

  part({ sha256, offset }, { session }) {
    const outgoing = session.staging.outgoing.get(sha256)
    if (outgoing === undefined) throw notFound('file', sha256)
    if (offset >= outgoing.bytes) throw invalid('offset', 'lies behind the end of the file')
    return { part: Buffer.from(outgoing.read(offset, PART_BYTES)).toString('base64') }
  },

  takeCopy: { prepare: takeCopy },
}
