import type { QueryContext } from '#main/services/context.ts'
import { notFound } from '#main/services/failures.ts'
import { protocolOf } from '#main/services/protocol-basis.ts'
import { addedDeviations } from '#main/store/deviation-repository.ts'
import { listDocuments } from '#main/store/document-repository.ts'
import { currentFactsOfKind } from '#main/store/fact-repository.ts'
import { listPatients, type PatientRecord } from '#main/store/patient-repository.ts'
import { plansOf } from '#main/store/plan-repository.ts'
import type { ExportRequest } from '#shared/core/exports/request.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'

/** Whose data an export holds, by screening number. */
export interface Scope {
  readonly request: ExportRequest
  readonly patients: readonly PatientRecord[]
}

/** Throws `not_found` for a patient who is not there, and for a protocol that Lobule does not ship. */
export function scopeOf(request: ExportRequest, context: QueryContext): Scope {
  const { patients: asked, protocolId } = request
  if (protocolId !== null) protocolOf(protocolId, context.protocols)
  const all = listPatients(context.db)
  const there = new Set(all.map(({ id }) => id))
  const gone = asked?.find(id => !there.has(id))
  if (gone !== undefined) throw notFound('patient', gone)
  const wanted = asked === null ? all : all.filter(({ id }) => asked.includes(id))
  return { request, patients: protocolId === null ? wanted : ofProtocol(wanted, protocolId, context) }
}

/** Facts that bring a patient into a trial, or that judge them for it. */
const KINDS = ['consent', 'enrolment', 'dose', 'visit', 'judgement'] as const

/** Whoever was asked, judged, planned, enrolled or dosed in a protocol, departed from it, or has a document of it. */
function ofProtocol(
  patients: readonly PatientRecord[],
  protocolId: ProtocolId,
  { db }: QueryContext,
): PatientRecord[] {
  const ids = patients.map(({ id }) => id)
  const own = new Set<PatientId | null>([
    ...KINDS.flatMap(kind => currentFactsOfKind(db, ids, kind))
      .filter(({ fact: { content } }) => 'protocol' in content && content.protocol === protocolId)
      .map(({ patientId }) => patientId),
    ...listDocuments(db, { protocolId }).map(({ patientId }) => patientId),
    ...addedDeviations(db, undefined).flatMap(row => (row.protocolId === protocolId ? [row.patientId] : [])),
  ])
  return patients.filter(
    ({ id }) => own.has(id) || plansOf(db, id).some(plan => plan.protocolId === protocolId),
  )
}
