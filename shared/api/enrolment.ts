import { z } from 'zod'
import { CivilDate, OffsetDateTime } from '../core/civil-date.ts'
import { FactId, PatientId, ProtocolId, SignatureId, UserId } from '../core/ids.ts'
import { GateReason } from './errors.ts'
import { mutation, query } from './procedure.ts'

/** What needs consent and a signature first. */
export const GatedStep = z.enum(['enrolment', 'first_dose'])
export type GatedStep = z.infer<typeof GatedStep>

const place = { patientId: PatientId, protocolId: ProtocolId, step: GatedStep }

const Plan = z.object({
  ...place,
  on: CivilDate,
  signature: SignatureId,
  enteredAt: OffsetDateTime,
  author: UserId,
  /** The signature that it rested on still holds for that day. */
  stands: z.boolean(),
})

/** Something that happened although the protocol wanted something else first. */
const Deviation = z.object({
  ...place,
  fact: FactId,
  missing: z.array(GateReason),
  reason: z.string(),
  recordedBy: UserId,
  secondPerson: UserId,
  enteredAt: OffsetDateTime,
})

/** The gate before enrolment and the first dose (trust.md F1). */
export const enrolment = {
  gate: query({
    right: 'screening.read',
    input: z.strictObject({ ...place, on: CivilDate.optional() }),
    output: z.object({
      open: z.boolean(),
      reasons: z.array(GateReason),
      /** The signature that opens it. */
      signature: SignatureId.nullable(),
    }),
  }),
  /** Throws `gate_closed` without consent and an eligibility signature that covers the day. */
  plan: mutation({
    right: 'enrolment.plan',
    input: z.strictObject({ ...place, on: CivilDate }),
    output: Plan,
  }),
  plans: query({
    right: 'screening.read',
    input: z.strictObject({ patientId: PatientId }),
    output: z.array(Plan),
  }),
  deviations: query({
    right: 'screening.read',
    input: z.strictObject({ patientId: PatientId.optional() }),
    output: z.array(Deviation),
  }),
}
