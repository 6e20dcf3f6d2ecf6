import { listMappings, mappingHistory } from '#main/store/mapping-repository.ts'
import type { imports } from '#shared/api/imports.ts'
import type { AreaHandlers } from './handlers.ts'
import { checkFiles } from './imports/check.ts'
import { dryRunOf, isDoubtful, outcomeOf, shownRow } from './imports/checked.ts'
import { lookAtFile } from './imports/look.ts'
import { saveMapping, shownMapping } from './imports/mappings.ts'
import { originalPart } from './imports/originals.ts'
import { recordImport } from './imports/record.ts'
import { importSummaries } from './imports/summaries.ts'
import { undoImport } from './imports/undo.ts'
import { discardUploads, takePart } from './imports/uploads.ts'

export const importHandlers: AreaHandlers<typeof imports> = {
  upload: takePart,

  discard({ ids }, { session }) {
    discardUploads(ids, session.staging)
    return {}
  },

  look: lookAtFile,

  mappings: (_input, { db }) => listMappings(db).map(shownMapping),
  mappingHistory: ({ laboratory, about }, { db }) => mappingHistory(db, laboratory, about).map(shownMapping),
  saveMapping: { prepare: saveMapping },

  check: checkFiles,

  rows({ check, outcome, doubtful, offset, limit }, context) {
    const rows = dryRunOf(check, context).rows.filter(
      row =>
        (outcome === undefined || outcomeOf(row) === outcome) &&
        (doubtful === undefined || isDoubtful(row) === doubtful),
    )
    return { total: rows.length, rows: rows.slice(offset, offset + limit).map(shownRow) }
  },

  record: { prepare: recordImport },

  list: (_input, { db }) => importSummaries(db),
  undo: { prepare: undoImport },
  original: originalPart,
}
