import { z } from 'zod'
import { CivilDate, OffsetDateTime } from '../civil-date.ts'
import { FactId, PatientId, ProtocolId, UserId } from '../ids.ts'
import { LocalizedText } from '../text.ts'

export const DeviationKind = z.enum([
  'missed_visit',
  'out_of_window_visit',
  'assessment_not_done',
  /** Enrolment or dose without consent or a signature that covers it (trust.md F1). */
  'step_without_gate',
  'dose_off_plan',
  /** Charted more days after it happened than the site allows; the site says how many. */
  'late_entry',
  /** What a person added: nothing that Lobule can see by itself. */
  'other',
])
export type DeviationKind = z.infer<typeof DeviationKind>

/** How the site classes a deviation (ICH E3 Q&A: important or not). */
export const DeviationClass = z.enum(['important', 'not_important'])
export type DeviationClass = z.infer<typeof DeviationClass>

/** Somebody who was told of a deviation: sponsor, ethics committee, monitor. */
export const Told = z.strictObject({ who: z.string().trim().min(1).max(200), on: CivilDate })

/** What the site says about a deviation. */
export const DeviationNote = z.strictObject({
  class: DeviationClass,
  reason: z.string().trim().min(1).max(2000),
  action: z.string().trim().min(1).max(2000).optional(),
  told: z.array(Told).max(20),
})
export type DeviationNote = z.infer<typeof DeviationNote>

/** One departure from the protocol: seen in the record, or added by a person. */
export const Deviation = z.object({
  /** Names it for as long as what it rests on stays charted. */
  key: z.string().min(1).max(200),
  kind: DeviationKind,
  patientId: PatientId,
  screeningNumber: z.string(),
  protocol: ProtocolId,
  on: CivilDate,
  text: LocalizedText,
  facts: z.array(FactId),
  note: z
    .object({
      ...DeviationNote.shape,
      version: z.int().min(1),
      enteredAt: OffsetDateTime,
      author: UserId,
    })
    .nullable(),
})
export type Deviation = z.infer<typeof Deviation>
