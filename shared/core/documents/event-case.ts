import { z } from 'zod'
import { Clock } from '../adverse-events/clock.ts'
import { CausalityContext } from '../adverse-events/context.ts'
import { CivilDate, EventTime, OffsetDateTime, PartialDate } from '../civil-date.ts'
import { Sex } from '../facts/candidate.ts'
import { safety } from '../facts/safety.ts'
import { trial } from '../facts/trial.ts'
import { DocumentId, FactId, Sha256, SignatureId } from '../ids.ts'
import { SignatureStatus } from '../signatures/status.ts'
import { UsedFact } from '../signatures/subject.ts'
import { LocalizedText } from '../text.ts'
import { NamedCandidate, NamedProtocol } from './named.ts'

/** To whom a report goes. */
export const ReportTo = safety.safety_report.shape.to
export type ReportTo = z.infer<typeof ReportTo>

const Person = z.strictObject({
  sex: Sex,
  birthDate: PartialDate.nullable(),
  /** Completed years on the day of onset; null where either day is not known. */
  ageYears: z.int().min(0).nullable(),
  /** The last one up to onset, in kg; null where none was charted. */
  weight: z.strictObject({ kg: z.string(), on: EventTime }).nullable(),
})

const Result = z.strictObject({
  fact: FactId,
  on: EventTime,
  printed: z.string(),
  /** UCUM, as reported. */
  unit: z.string(),
  /** As printed beside it; null where the report has none. */
  range: z.string().nullable(),
  flag: z.enum(['high', 'low']).nullable(),
})
export type Result = z.infer<typeof Result>

/** Laboratory values around onset, each test once. */
const LaboratoryAround = z.strictObject({
  from: CivilDate,
  to: CivilDate,
  tests: z.array(
    z.strictObject({
      name: LocalizedText,
      abbreviation: z.string(),
      /** The last one before the first dose; null without one. */
      baseline: Result.nullable(),
      /** Oldest first. */
      values: z.array(Result),
    }),
  ),
})
export type LaboratoryAround = z.infer<typeof LaboratoryAround>

const SentReport = z.strictObject({
  fact: FactId,
  on: OffsetDateTime,
  to: ReportTo,
  stage: safety.safety_report.shape.stage,
  recipient: z.string(),
  how: z.string(),
  sha256: Sha256,
  document: DocumentId.nullable(),
  receivedAt: OffsetDateTime.nullable(),
  lateReason: z.string().nullable(),
})
export type SentReport = z.infer<typeof SentReport>

/** That somebody broke the blind, never what it showed (trust.md K1). */
const Unblinding = z.strictObject({
  fact: FactId,
  on: EventTime,
  requestedBy: z.string(),
  performedBy: z.string(),
  reason: z.string(),
  /** Whether it was for this event. */
  isForEvent: z.boolean(),
})

/** One adverse event as it is told outside the site: what happened to whom, under which treatment, and what is thought of it. */
const eventCase = {
  on: CivilDate,
  /** The first report to this recipient, or the follow-up of which number: by the reports that are on record. */
  report: z.strictObject({
    to: ReportTo,
    stage: z.enum(['initial', 'follow_up']),
    /** Of the follow-up; 0 for the initial report. */
    number: z.int().min(0),
  }),
  candidate: NamedCandidate,
  person: Person,
  protocol: NamedProtocol.nullable(),
  event: UsedFact,
  /** CDISC study day of onset; null where it cannot be told. */
  studyDay: z.int().nullable(),
  /** Every dose of the trial as charted; which product it was is nowhere (trust.md K1). */
  doses: z.array(z.strictObject({ fact: FactId, content: trial.dose })),
  context: CausalityContext,
  laboratory: LaboratoryAround.nullable(),
  history: z.array(z.strictObject({ fact: FactId, text: LocalizedText, when: z.string() })),
  /** The last judgement; null while nobody has judged. */
  judgement: UsedFact.nullable(),
  /** The newest signature under it that nobody withdrew. */
  signature: z
    .strictObject({ id: SignatureId, status: SignatureStatus, signer: z.string(), signedAt: OffsetDateTime })
    .nullable(),
  unblindings: z.array(Unblinding),
  reports: z.array(SentReport),
  clocks: z.array(Clock),
}

/** What a sponsor asks for of a serious adverse event. */
export const SaeReport = z.strictObject({ kind: z.literal('sae_report'), ...eventCase })
export type SaeReport = z.infer<typeof SaeReport>

/** The same on one page, in the manner of CIOMS I. */
export const CaseSummary = z.strictObject({ kind: z.literal('case_summary'), ...eventCase })
export type CaseSummary = z.infer<typeof CaseSummary>

/** What both say. */
export type EventCase = Omit<SaeReport, 'kind'>
