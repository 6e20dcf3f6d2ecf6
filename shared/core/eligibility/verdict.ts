import { z } from 'zod'
import { CivilDate } from '../civil-date.ts'
import { FactKind } from '../facts/content.ts'
import { FactId, ProtocolId, Sha256, Slug } from '../ids.ts'
import { ChosenReadings } from '../protocol/reading.ts'
import { LocalizedText } from '../text.ts'
import { Missing } from './missing-item.ts'

/** What one criterion says. Violated outranks unknown, unknown outranks needs_judgement. */
export const Outcome = z.enum(['satisfied', 'violated', 'unknown', 'needs_judgement'])
export type Outcome = z.infer<typeof Outcome>

/** Ineligible if any criterion is violated, eligible only if all are satisfied, else undetermined. */
export const Verdict = z.enum(['eligible', 'ineligible', 'undetermined'])
export type Verdict = z.infer<typeof Verdict>

/** A fact that decided an outcome: which, of when, and what it says. */
export const Evidence = z.strictObject({
  fact: FactId,
  version: z.int().min(1),
  kind: z.union([FactKind, z.literal('negative_finding'), z.literal('not_known')]),
  /** The time as charted, such as `2026-11` or `2026-10-24 – 2026-11-14`. */
  date: z.string(),
  text: LocalizedText,
})
export type Evidence = z.infer<typeof Evidence>

/** What would answer an open question, in words and as data; equal keys mean the same thing. */
export const MissingItem = z.strictObject({ key: z.string(), text: LocalizedText, ask: Missing })
export type MissingItem = z.infer<typeof MissingItem>

/** First and last day, both included; null for an open side. */
const span = { from: CivilDate.nullable(), to: CivilDate.nullable() }

const CriterionInterval = z.strictObject({
  ...span,
  outcome: Outcome,
  /** Rests on negative findings that are assumed to be renewed. */
  assumesRenewal: z.boolean(),
  explanation: LocalizedText,
})

const UsedReading = z.strictObject({
  reading: Slug,
  alternative: Slug.nullable(),
  label: LocalizedText,
})

export const CriterionResult = z.strictObject({
  id: Slug,
  label: z.string(),
  side: z.enum(['inclusion', 'exclusion']),
  concept: Slug,
  title: LocalizedText,
  quote: z.string(),
  outcome: Outcome,
  explanation: LocalizedText,
  evidence: z.array(Evidence),
  missing: z.array(MissingItem),
  readings: z.array(UsedReading),
  /** Where readings that are not chosen lead to different outcomes: what each alternative would leave open. */
  alternatives: z.array(z.strictObject({ reading: Slug, alternative: Slug, outcomes: z.array(Outcome) })),
  assumesRenewal: z.boolean(),
  /** What the criterion says over all days, given what is charted now. */
  intervals: z.array(CriterionInterval),
})
export type CriterionResult = z.infer<typeof CriterionResult>

/** A criterion that opens or closes a span of eligibility, and what it says on the other side of the edge. */
export const EdgeCriterion = z.strictObject({
  criterion: Slug,
  label: z.string(),
  outcome: Outcome,
  why: LocalizedText,
})
export type EdgeCriterion = z.infer<typeof EdgeCriterion>

export const EligibleRange = z.strictObject({
  ...span,
  /** First day of the span that lies after the last entry: a projection. */
  projectedFrom: CivilDate.nullable(),
  openedBy: z.array(EdgeCriterion),
  closedBy: z.array(EdgeCriterion),
})
export type EligibleRange = z.infer<typeof EligibleRange>

export const VerdictInterval = z.strictObject({ ...span, verdict: Verdict })
export type VerdictInterval = z.infer<typeof VerdictInterval>

/** A missing item and how far it would help. */
export const RankedMissing = z.strictObject({
  ...MissingItem.shape,
  /** Criteria that wait for nothing else. */
  settles: z.int().min(0),
  /** Criteria that wait for it, alone or with others. */
  concerns: z.int().min(1),
  criteria: z.array(z.string()),
})
export type RankedMissing = z.infer<typeof RankedMissing>

/** A finding beside the criteria, such as an enrolment in the other trial. */
export const Conflict = z.strictObject({
  code: z.enum(['enrolled_elsewhere', 'dosed_elsewhere', 'already_enrolled']),
  protocol: ProtocolId,
  evidence: z.array(Evidence),
  text: LocalizedText,
})
export type Conflict = z.infer<typeof Conflict>

/** One candidate, one protocol, one date: the answer, with all that it rests on. */
export const Screening = z.strictObject({
  protocol: z.strictObject({
    id: ProtocolId,
    version: z.string(),
    sha256: Sha256,
    /** The site's criteria, where the record publishes none; null while none are entered. */
    siteCriteria: z
      .strictObject({
        version: z.int().min(1),
        sha256: Sha256,
        protocolVersion: z.string(),
        training: z.boolean(),
      })
      .nullable(),
  }),
  readings: ChosenReadings,
  /** If registered on this day. */
  on: CivilDate,
  lastEntryOn: CivilDate.nullable(),
  /** `on` lies after the last entry: nothing new is assumed, negative findings are assumed to be renewed. */
  projected: z.boolean(),
  verdict: Verdict,
  statement: LocalizedText,
  criteria: z.array(CriterionResult),
  eligible: z.array(EligibleRange),
  verdicts: z.array(VerdictInterval),
  missing: z.array(RankedMissing),
  conflicts: z.array(Conflict),
  /** The candidate or the criteria are invented for training. */
  training: z.boolean(),
})
export type Screening = z.infer<typeof Screening>
