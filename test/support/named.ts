import type { NamedCandidate, NamedProtocol } from '#shared/core/documents/named.ts'
import { PatientId } from '#shared/core/ids.ts'
import { preparedSecond } from './protocols.ts'

/** The invented patient of the documents of a trial. */
export const candidate: NamedCandidate = {
  patientId: PatientId.parse('patient-1'),
  screeningNumber: 'TR-001',
  initials: 'ZWM',
  subjectNumber: '014',
}

/** NCT07413549, as documents name it. */
export function namedProtocol(): NamedProtocol {
  const { definition, sha256 } = preparedSecond({}).protocol
  return { id: definition.id, version: definition.version, sha256, title: definition.title }
}
