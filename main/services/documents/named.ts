import type { QueryContext } from '#main/services/context.ts'
import { patientOf } from '#main/services/patients.ts'
import { protocolOf } from '#main/services/protocol-basis.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { currentFactsOfKind } from '#main/store/fact-repository.ts'
import type { NamedCandidate, NamedProtocol } from '#shared/core/documents/named.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'

/** A candidate as a document names one; `protocolId` is the trial whose subject number is meant. */
export function namedCandidate(
  patientId: PatientId,
  protocolId: ProtocolId | null,
  db: ReadableDb,
): NamedCandidate {
  const { screeningNumber, initials } = patientOf(db, patientId)
  const numbers = currentFactsOfKind(db, [patientId], 'enrolment').flatMap(({ fact: { content } }) =>
    content.kind === 'enrolment' && content.protocol === protocolId ? (content.subjectNumber ?? []) : [],
  )
  // Two that differ are a slip of charting: both are printed, so that it is seen.
  const subjectNumber = numbers.length === 0 ? null : [...new Set(numbers)].join(', ')
  return { patientId, screeningNumber, initials, subjectNumber }
}

/** Throws `not_found` for a protocol that Lobule does not ship. */
export function namedProtocol(id: ProtocolId, { protocols }: Pick<QueryContext, 'protocols'>): NamedProtocol {
  const { definition, sha256 } = protocolOf(id, protocols)
  return { id, version: definition.version, sha256, title: definition.title }
}
