import { z } from 'zod'
import { EventTime, OffsetDateTime } from '../civil-date.ts'
import { safety } from '../facts/safety.ts'
import { FactId, PatientId, ProtocolId, SignatureId } from '../ids.ts'
import { SignatureStatus } from '../signatures/status.ts'
import { LocalizedText } from '../text.ts'
import { Clock } from './clock.ts'
import { OrganClass } from './organ-classes.ts'
import { Question } from './questions.ts'

const grade = z.int().min(1).max(5)

/** One adverse event with what its record amounts to. */
export const ListedEvent = z.object({
  event: FactId,
  version: z.int().min(1),
  enteredAt: OffsetDateTime,
  /** When it was first charted, whatever was corrected since. */
  firstEnteredAt: OffsetDateTime,
  author: z.string(),
  patientId: PatientId,
  screeningNumber: z.string(),
  initials: z.string(),
  subjectNumber: z.string().nullable(),
  /** The trial that the patient is in; null outside one. */
  protocol: ProtocolId.nullable(),
  cohort: z.string().nullable(),
  content: safety.adverse_event,
  organClass: OrganClass.nullable(),
  worst: grade.nullable(),
  current: grade.nullable(),
  /** CDISC study day of onset, the day of the first dose being 1; null where either has no day. */
  studyDay: z.int().nullable(),
  /** The last dose that began before onset. */
  sinceDose: z.object({ number: z.int(), days: z.int().nullable(), hours: z.number().nullable() }).nullable(),
  /** Began, or got worse, after the first dose; `unknown` where the record does not tell. */
  emergence: z.enum(['treatment_emergent', 'before_treatment', 'unknown']),
  /** Windows of the protocol that onset falls into, certainly. */
  windows: z.array(z.object({ id: z.string(), title: LocalizedText })),
  /** The last judgement; null while nobody has judged. */
  causality: z
    .object({
      fact: FactId,
      version: z.int().min(1),
      on: EventTime,
      /** User id. */
      author: z.string(),
      content: safety.causality,
    })
    .nullable(),
  /**
   * The newest signature that nobody withdrew of who made the last judgement; where no judgement is left, of whoever
   * signed one.
   */
  signature: z
    .object({ id: SignatureId, status: SignatureStatus, signer: z.string(), signedAt: OffsetDateTime })
    .nullable(),
  clocks: z.array(Clock),
  questions: z.array(Question),
})
export type ListedEvent = z.infer<typeof ListedEvent>
