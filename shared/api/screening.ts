import { z } from 'zod'
import { CivilDate } from '../core/civil-date.ts'
import { Conflict, CriterionResult, RankedMissing, Screening, Verdict } from '../core/eligibility/verdict.ts'
import { PatientId, ProtocolId, Slug } from '../core/ids.ts'
import { query } from './procedure.ts'

/** What one protocol says about one candidate, without criterion by criterion. */
const Answer = Screening.omit({ criteria: true })

/** One protocol's answer in a line of the screening log. */
const SummaryAnswer = z.object({
  protocol: ProtocolId,
  verdict: Verdict,
  projected: z.boolean(),
  training: z.boolean(),
  /** False while the protocol waits for the site's criteria: then nothing below can be told. */
  hasCriteria: z.boolean(),
  /** The first eligible day from `on` onwards, with the last day of that span (null: open); null where there is none. */
  next: z.object({ from: CivilDate, to: CivilDate.nullable() }).nullable(),
  /** Labels of the criteria that are not satisfied, by what they say. */
  violated: z.array(z.string()),
  unknown: z.array(z.string()),
  needsJudgement: z.array(z.string()),
  /** Keys of what would settle it, best first; empty where nothing could. */
  missing: z.array(z.string()),
  conflicts: z.array(Conflict.shape.code),
})

/** One line of the screening log. */
const Summary = z.object({
  patientId: PatientId,
  /** Of the patient record that was screened. */
  version: z.int().min(1),
  answers: z.array(SummaryAnswer),
})
export type Summary = z.infer<typeof Summary>

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
  /**
   * The screening log, some lines at a time: thousands of candidates take seconds, and a list that can be cancelled is
   * asked for in parts. What was computed is kept while the store is open, until a fact, a reading or the day changes.
   */
  summaries: query({
    right: 'screening.read',
    input: z.strictObject({ patientIds: z.array(PatientId).max(500), on: CivilDate.optional() }),
    output: z.object({
      on: CivilDate,
      summaries: z.array(Summary),
      /** Over these lines, as in `site`: counts of several parts add up. Has the words of every key that a line names. */
      missing: z.array(RankedMissing),
    }),
  }),
}
