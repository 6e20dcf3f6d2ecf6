import { z } from 'zod'
import { CivilDate, OffsetDateTime } from '../core/civil-date.ts'
import { FactId, PatientId, ProtocolId, SignatureId, UserId } from '../core/ids.ts'
import { GateReason } from './errors.ts'
import { mutation, query } from './procedure.ts'

/** What needs consent and a signature first. */
export const GatedStep = z.enum(['enrolment', 'first_dose', 'later_dose'])
export type GatedStep = z.infer<typeof GatedStep>

/** What can happen although something should have come first: those steps, and a visit counted from a dose. */
export const TakenStep = z.enum([...GatedStep.options, 'post_dose_visit'])
export type TakenStep = z.infer<typeof TakenStep>

/** The steps that an eligibility signature opens; a later dose opens with the site's own checklist. */
export const SignedStep = GatedStep.exclude(['later_dose'])
export type SignedStep = z.infer<typeof SignedStep>

const where = { patientId: PatientId, protocolId: ProtocolId, step: GatedStep }
/** `number` of the dose: with `later_dose`, and only then. */
const asked = { ...where, number: z.int().min(2).max(50).optional() }
const place = { ...where, number: z.int().nullable() }

interface Asked {
  readonly step: GatedStep
  readonly number?: number | undefined
}

const NUMBER = { error: 'say which dose, with later_dose and only with it', path: ['number'] }

function isNumbered({ step, number }: Asked): boolean {
  return (step === 'later_dose') === (number !== undefined)
}

const Plan = z.object({
  ...place,
  on: CivilDate,
  /** Null for a later dose. */
  signature: SignatureId.nullable(),
  enteredAt: OffsetDateTime,
  author: UserId,
  /** What it rested on still holds for that day. */
  stands: z.boolean(),
})

/** Something that happened although the protocol wanted something else first. */
const Deviation = z.object({
  id: z.string(),
  ...place,
  step: TakenStep,
  /** Of a visit, the dose that should have come before it. */
  number: place.number,
  fact: FactId,
  missing: z.array(GateReason),
  reason: z.string(),
  recordedBy: UserId,
  secondPerson: UserId,
  enteredAt: OffsetDateTime,
})

/** The gate before enrolment and every dose (trust.md F1). */
export const enrolment = {
  gate: query({
    right: 'screening.read',
    input: z.strictObject({ ...asked, on: CivilDate.optional() }).refine(isNumbered, NUMBER),
    output: z.object({
      open: z.boolean(),
      reasons: z.array(GateReason),
      /** The signature that opens it; null for a later dose. */
      signature: SignatureId.nullable(),
    }),
  }),
  /** Throws `gate_closed` without consent and an eligibility signature that covers the day, or a checklist passed. */
  plan: mutation({
    right: 'enrolment.plan',
    input: z.strictObject({ ...asked, on: CivilDate }).refine(isNumbered, NUMBER),
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
