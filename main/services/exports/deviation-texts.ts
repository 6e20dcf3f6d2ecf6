import type { QueryContext } from '#main/services/context.ts'
import { addedDeviations, currentNotes } from '#main/store/deviation-repository.ts'
import { listDeviations } from '#main/store/plan-repository.ts'
import type { ExportFormat } from '#shared/core/exports/request.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Scope } from './scope.ts'

/** The formats that have a place for departures from the protocol. */
const FORMATS: ReadonlySet<ExportFormat> = new Set(['odm', 'sdtm'])

/** How many texts in people's own words go with the deviations of an export. */
export function deviationTexts({ request, patients }: Scope, { db }: Pick<QueryContext, 'db'>): number {
  const { format, protocolId } = request
  if (!FORMATS.has(format)) return 0
  const wanted = new Set(patients.map(({ id }) => id))
  const isOurs = (row: { readonly patientId: PatientId; readonly protocolId: ProtocolId }) =>
    wanted.has(row.patientId) && (protocolId === null || row.protocolId === protocolId)
  const said = [...currentNotes(db).values()].filter(({ patientId }) => wanted.has(patientId))
  const notes = said.reduce((sum, { note }) => sum + (note.action === undefined ? 1 : 2), 0)
  return addedDeviations(db).filter(isOurs).length + listDeviations(db).filter(isOurs).length + notes
}
