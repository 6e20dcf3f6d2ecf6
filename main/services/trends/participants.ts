import type { ReadableDb } from '#main/store/connection.ts'
import { currentFactsOfKind } from '#main/store/fact-repository.ts'
import { listPatients, type PatientRecord } from '#main/store/patient-repository.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { ProtocolId } from '#shared/core/ids.ts'

/** Who was enrolled in a protocol or dosed in it: by two kinds of facts, so that all other charts stay unread. */
export function participantsIn(protocol: ProtocolId, db: ReadableDb): PatientRecord[] {
  const patients = listPatients(db)
  const ids = patients.map(({ id }) => id)
  const steps = (['enrolment', 'dose'] as const).flatMap(kind => currentFactsOfKind(db, ids, kind))
  const own = new Set(steps.filter(({ fact }) => isEntry(fact, protocol)).map(({ patientId }) => patientId))
  return patients.filter(({ id }) => own.has(id))
}

function isEntry({ content }: Fact, protocol: ProtocolId): boolean {
  if (content.kind === 'dose') return content.protocol === protocol
  if (content.kind !== 'enrolment' || content.protocol !== protocol) return false
  return content.status === 'enrolled' || content.status === 'dosed'
}
