import { z } from 'zod'
import { PatientId, ProtocolId, Sha256 } from '../ids.ts'
import { LocalizedText } from '../text.ts'

/** A candidate as the documents of a trial name one: by numbers and initials, never by a full name. */
export const NamedCandidate = z.strictObject({
  patientId: PatientId,
  screeningNumber: z.string(),
  initials: z.string(),
  /** Null before enrolment, and where the trial gives none. */
  subjectNumber: z.string().nullable(),
})
export type NamedCandidate = z.infer<typeof NamedCandidate>

/** A protocol with the definition that was in force. */
export const NamedProtocol = z.strictObject({
  id: ProtocolId,
  version: z.string(),
  sha256: Sha256,
  title: LocalizedText,
})
export type NamedProtocol = z.infer<typeof NamedProtocol>
