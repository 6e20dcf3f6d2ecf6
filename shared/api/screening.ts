import { z } from 'zod'
import { CivilDate } from '../core/civil-date.ts'
import {
  CriterionResult,
  EligibleRange,
  RankedMissing,
  Screening,
  Verdict,
} from '../core/eligibility/verdict.ts'
import { PatientId, ProtocolId, Slug } from '../core/ids.ts'
import { query } from './procedure.ts'

/** If registered on this day; absent: today, as the site's calendar has it. */
const on = CivilDate.optional()

/** What one protocol says about one candidate, without the criteria. */
const Answer = z.object({
  protocol: ProtocolId,
  verdict: Verdict,
  statement: Screening.shape.statement,
  eligible: z.array(EligibleRange),
  missing: z.array(RankedMissing),
  conflicts: Screening.shape.conflicts,
  training: z.boolean(),
})

/** Who is eligible, from when to when, and what is missing. Computed anew at every call; nothing of it is stored. */
export const screening = {
  patient: query({
    right: 'screening.read',
    input: z.strictObject({ patientId: PatientId, on }),
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
    input: z.strictObject({ on }),
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
