import { z } from 'zod'
import { CivilDate } from '../core/civil-date.ts'
import { CriterionResult, RankedMissing, Screening } from '../core/eligibility/verdict.ts'
import { PatientId, Slug } from '../core/ids.ts'
import { query } from './procedure.ts'

/** What one protocol says about one candidate, without criterion by criterion. */
const Answer = Screening.omit({ criteria: true })

/** Who is eligible, from when to when, and what is missing. Computed anew at every call; nothing of it is stored. */
export const screening = {
  patient: query({
    right: 'screening.read',
    /** Without `on`: on the day of registration, else today. */
    input: z.strictObject({ patientId: PatientId, on: CivilDate.optional() }),
    output: z.object({
      on: CivilDate,
      /** One for each protocol, in the order of their numbers. */
      screenings: z.array(Screening),
      /** Criteria about the same thing side by side: one list for each screening. */
      concepts: z.array(z.object({ concept: Slug, criteria: z.array(z.array(CriterionResult)) })),
    }),
  }),
  site: query({
    right: 'screening.read',
    /** Without `on`: today, as the site's calendar has it. */
    input: z.strictObject({ on: CivilDate.optional() }),
    output: z.object({
      on: CivilDate,
      candidates: z.array(
        z.object({ patientId: PatientId, screeningNumber: z.string(), answers: z.array(Answer) }),
      ),
      /** Over the whole list: what settles most comes first. */
      missing: z.array(RankedMissing),
    }),
  }),
}
