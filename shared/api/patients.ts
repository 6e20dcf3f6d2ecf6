import { z } from 'zod'
import { OffsetDateTime } from '../core/civil-date.ts'
import { Candidate } from '../core/facts/candidate.ts'
import { PatientId } from '../core/ids.ts'
import { mutation, Nothing, query, Reason } from './procedure.ts'

/** How to reach a patient, free of identity: "ward 7", "through the clinic". */
const contact = z.string().trim().min(1).max(200)
const fullName = z.string().trim().min(1).max(200)
/** A national or hospital number; never stored, only an HMAC of it under the site's secret. */
const identifier = z.string().trim().min(1).max(60)

const NewPatient = z.strictObject({
  ...Candidate.shape,
  contact: contact.optional(),
  fullName: fullName.optional(),
  identifier: identifier.optional(),
})

/** A patient of the site. `fullName` is there only for those who hold `identity.read`. */
const Patient = z.object({
  id: PatientId,
  version: z.int().min(1),
  enteredAt: OffsetDateTime,
  ...Candidate.shape,
  contact: contact.optional(),
  fullName: fullName.optional(),
})

/** What may change after registration; `null` removes an optional value. */
const Changes = z
  .strictObject({
    screeningNumber: Candidate.shape.screeningNumber.optional(),
    initials: Candidate.shape.initials.optional(),
    sex: Candidate.shape.sex.optional(),
    birthDate: Candidate.shape.birthDate.nullable(),
    registrationDate: Candidate.shape.registrationDate.nullable(),
    contact: contact.nullable().optional(),
    fullName: fullName.nullable().optional(),
    identifier: identifier.nullable().optional(),
  })
  .refine(changes => Object.keys(changes).length > 0, 'name at least one field to change')
export type PatientChanges = z.infer<typeof Changes>

const Written = z.object({
  patient: Patient,
  /** Screening numbers of others with the same identifier, or the same birth date, sex and initials. */
  possibleDuplicates: z.array(z.string()),
})

/** The patients of the site: what a screening log holds, and no more. */
export const patients = {
  list: query({ right: 'patients.read', input: Nothing, output: z.array(Patient) }),
  get: query({ right: 'patients.read', input: z.strictObject({ id: PatientId }), output: Patient }),
  register: mutation({ right: 'patients.write', input: NewPatient, output: Written }),
  amend: mutation({
    right: 'patients.write',
    input: z.strictObject({
      id: PatientId,
      expectedVersion: z.int().min(1),
      changes: Changes,
      reason: Reason,
    }),
    output: Written,
  }),
  /** Takes a patient entered in error off the lists; every version and the trail stay. */
  remove: mutation({
    right: 'patients.write',
    input: z.strictObject({ id: PatientId, expectedVersion: z.int().min(1), reason: Reason }),
    output: z.object({ id: PatientId, version: z.int() }),
  }),
}
