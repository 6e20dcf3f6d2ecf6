import type { ExportFile } from '#main/interchange/export-file.ts'
import { exportLines } from '#main/services/audit/export.ts'
import type { QueryContext } from '#main/services/context.ts'
import { safePart } from '#main/services/documents/file-name.ts'
import type { Scope } from '../scope.ts'

/** Full names stay in the store, whoever exports (patients are known by number and initials). */
const WITHOUT_NAMES = { mayReadIdentity: false }

/** The audit trail as JSON Lines: whole for the whole site, else what is about each patient. */
export function* trailFiles({ request, patients }: Scope, context: QueryContext): Iterable<ExportFile> {
  const mediaType = 'application/jsonl'
  if (request.patients === null && request.protocolId === null) {
    yield { path: 'audit-trail.jsonl', mediaType, chunks: exportLines({}, context, WITHOUT_NAMES) }
    return
  }
  for (const { id, screeningNumber } of patients) {
    const subject = { kind: 'patient', id }
    yield {
      ...{ path: `audit-trail/${safePart(screeningNumber)}.jsonl`, mediaType },
      chunks: exportLines({ subject }, context, WITHOUT_NAMES),
    }
  }
}
