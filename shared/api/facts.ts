import { z } from 'zod'
import { OffsetDateTime } from '../core/civil-date.ts'
import { FactContent } from '../core/facts/content.ts'
import { Fact, FactSource } from '../core/facts/fact.ts'
import { FactId, PatientId } from '../core/ids.ts'
import { InputIssue } from './errors.ts'
import { mutation, query, Reason } from './procedure.ts'
import { SecondPerson } from './signing.ts'

const version = z.int().min(1)

/** A fact to be charted. Who, when and under which id is the engine's to say. */
export const NewFact = z.strictObject({
  content: FactContent,
  source: FactSource.default({ kind: 'typed' }),
})
export type NewFact = z.infer<typeof NewFact>

/** What was charted at one time; `content` null where the fact was retracted. */
const FactVersion = z.object({
  version,
  enteredAt: OffsetDateTime,
  author: z.string(),
  source: FactSource,
  content: FactContent.nullable(),
  reason: z.string().optional(),
})

/** Warnings say what a later evaluation will miss; the fact is charted all the same, as the report prints it. */
const warnings = z.array(InputIssue)
/**
 * What has happened is always recordable: an enrolment or dose without a signature that covers it, or one that loses the
 * consent that it stood on, takes a second person and a reason, and becomes a protocol deviation (trust.md F1).
 */
const Override = z.strictObject({ second: SecondPerson, reason: Reason })

const existing = { factId: FactId, expectedVersion: version, reason: Reason }

/** What is known about a patient: written once, corrected by a new version, removed by a retraction. */
export const facts = {
  list: query({
    right: 'facts.read',
    input: z.strictObject({ patientId: PatientId }),
    output: z.array(Fact),
  }),
  history: query({
    right: 'facts.read',
    input: z.strictObject({ factId: FactId }),
    output: z.array(FactVersion),
  }),
  /** All or none: one transaction. A judgement asks for `judgements.write` as well; so in `correct`. */
  record: mutation({
    right: 'facts.write',
    input: z.strictObject({
      patientId: PatientId,
      facts: z.array(NewFact).min(1).max(2000),
      override: Override.optional(),
    }),
    output: z.object({ facts: z.array(Fact), warnings }),
  }),
  correct: mutation({
    right: 'facts.write',
    input: z.strictObject({ ...existing, ...NewFact.shape, override: Override.optional() }),
    output: z.object({ fact: Fact, warnings }),
  }),
  retract: mutation({
    right: 'facts.write',
    input: z.strictObject({ ...existing, override: Override.optional() }),
    output: z.object({ factId: FactId, version }),
  }),
}
