import type { ExportFile } from '#main/interchange/export-file.ts'
import { exportLines } from '#main/services/audit/export.ts'
import type { QueryContext } from '#main/services/context.ts'
import type { EntryFilter } from '#main/store/audit-trail.ts'
import type { Scope } from '../scope.ts'
import { patientNames } from './patient-names.ts'
import { trailTable } from './trail-table.ts'

/** The audit trail, to be verified and to be read: whole for the whole site, else what is about the trial and each patient. */
export function* trailFiles({ request, patients }: Scope, context: QueryContext): Iterable<ExportFile> {
  if (request.patients === null && request.protocolId === null) {
    yield* bothForms('audit-trail', {}, context)
    return
  }
  const { protocolId } = request
  if (request.patients === null && protocolId !== null)
    yield* bothForms(`audit-trail/${protocolId}`, { subject: { kind: 'protocol', id: protocolId } }, context)
  for (const [id, name] of patientNames(patients))
    yield* bothForms(`audit-trail/${name}`, { subject: { kind: 'patient', id } }, context)
}

/** Full names stay in the store, whoever exports: patients are known by number and initials. */
const WITHOUT_NAMES = { mayReadIdentity: false }

function* bothForms(
  name: string,
  scope: Pick<EntryFilter, 'subject'>,
  context: QueryContext,
): Iterable<ExportFile> {
  yield {
    ...{ path: `${name}.jsonl`, mediaType: 'application/jsonl' },
    chunks: exportLines(scope, context, WITHOUT_NAMES),
  }
  yield { path: `${name}.csv`, mediaType: 'text/csv', chunks: trailTable(scope, context) }
}
