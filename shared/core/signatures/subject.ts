import { z } from 'zod'
import { CausalityContext } from '../adverse-events/context.ts'
import { Question } from '../adverse-events/questions.ts'
import { CivilDate, OffsetDateTime } from '../civil-date.ts'
import { Screening } from '../eligibility/verdict.ts'
import { Candidate } from '../facts/candidate.ts'
import { FactContent } from '../facts/content.ts'
import { FactSource } from '../facts/fact.ts'
import { DocumentId, FactId, PatientId, ProtocolId, Sha256, SignatureId, Slug } from '../ids.ts'
import { LocalizedText } from '../text.ts'

const version = z.int().min(1)

const Protocol = z.strictObject({
  id: ProtocolId,
  /** Of the definition that Lobule ships, with the SHA-256 of its file. */
  version: z.string(),
  sha256: Sha256,
  title: LocalizedText,
})

/** Which alternative the site chose for a reading; null where none is chosen. */
const ReadingChoice = z.strictObject({
  id: Slug,
  scope: z.string(),
  question: LocalizedText,
  quote: z.string(),
  alternative: Slug.nullable(),
  label: LocalizedText.nullable(),
})

/** Version 0 where the site has chosen none: the protocol may ask for none. */
const Readings = z.strictObject({ version: z.int().min(0), choices: z.array(ReadingChoice) })

/** The criteria that the site entered from its approved protocol. */
const Criteria = z.strictObject({
  version,
  sha256: Sha256,
  protocolVersion: z.string(),
  approvedOn: CivilDate,
  training: z.boolean(),
})

/** A fact that the decision rests on, as it was then. People are named, so that the record can be read alone. */
export const UsedFact = z.strictObject({
  id: FactId,
  version,
  enteredAt: OffsetDateTime,
  author: z.string(),
  source: FactSource,
  content: FactContent,
  /** What it said before, oldest first (Annex 11 s.8). Empty where it was never corrected. */
  earlier: z.array(
    z.strictObject({
      version,
      enteredAt: OffsetDateTime,
      author: z.string(),
      content: FactContent.nullable(),
      /** Why this version was replaced: the reason given with the one after it. */
      reason: z.string(),
    }),
  ),
})
export type UsedFact = z.infer<typeof UsedFact>

/** The investigator's own answer to a criterion that no fact can answer. */
const JudgementMade = z.strictObject({
  label: z.string(),
  question: Slug,
  answer: z.enum(['yes', 'no']),
  ground: z.string(),
  on: z.string(),
})

/** Everything that was shown when eligibility was decided. Rendering it again shows the same. */
export const EligibilitySubject = z.strictObject({
  kind: z.literal('eligibility'),
  patientId: PatientId,
  candidate: z.strictObject({ ...Candidate.shape, version }),
  protocol: Protocol,
  /** Which version of the eligibility rules computed it. */
  rules: z.string(),
  readings: Readings,
  criteria: Criteria.nullable(),
  /** The signature under the readings and criteria that it rests on. */
  configuration: SignatureId,
  /** The day of registration that was decided on, and the site's calendar day then. */
  on: CivilDate,
  today: CivilDate,
  screening: Screening,
  facts: z.array(UsedFact),
  judgements: z.array(JudgementMade),
  /** Days of registration that an approval covers, both included; `to` null for an open end, null for a screen failure. */
  covers: z.strictObject({ from: CivilDate, to: CivilDate.nullable() }).nullable(),
  training: z.boolean(),
})
export interface EligibilitySubject extends z.infer<typeof EligibilitySubject> {}

/** Everything that was shown when the causality of one adverse event was judged. */
export const CausalitySubject = z.strictObject({
  kind: z.literal('causality'),
  patientId: PatientId,
  candidate: z.strictObject({ ...Candidate.shape, version }),
  /** Null for a patient in no trial. */
  protocol: Protocol.nullable(),
  /** Which version of the rules computed the context. */
  rules: z.string(),
  /** Version of what the site entered about safety; 0 where it entered nothing. */
  safety: z.int().min(0),
  today: CivilDate,
  event: UsedFact,
  judgement: UsedFact,
  /** What the event is called and how it is graded, as listed. */
  onset: z.strictObject({
    studyDay: z.int().nullable(),
    sinceDose: z
      .strictObject({ number: z.int(), days: z.int().nullable(), hours: z.number().nullable() })
      .nullable(),
  }),
  context: CausalityContext,
  /** The facts that the context rests on: doses, results, medication, earlier episodes. */
  facts: z.array(UsedFact),
  questions: z.array(Question),
  training: z.boolean(),
})
export interface CausalitySubject extends z.infer<typeof CausalitySubject> {}

/** The readings and site criteria of a protocol, as approved together. */
export const ConfigurationSubject = z.strictObject({
  kind: z.literal('configuration'),
  protocol: Protocol,
  readings: Readings.nullable(),
  criteria: Criteria.extend({
    list: z.array(
      z.strictObject({
        id: Slug,
        label: z.string(),
        side: z.enum(['inclusion', 'exclusion']),
        title: LocalizedText,
        quote: z.string(),
        /** The rule as Lobule applies it. */
        rule: LocalizedText,
      }),
    ),
  }).nullable(),
  training: z.boolean(),
})
export interface ConfigurationSubject extends z.infer<typeof ConfigurationSubject> {}

/** The signed record that another signature is about. */
const target = {
  of: SignatureId,
  /** SHA-256 of the signed text of that record. */
  sha256: Sha256,
  /** Whose it was, when, and what it says in one line. */
  signer: z.string(),
  signedAt: OffsetDateTime,
  summary: LocalizedText,
  patientId: PatientId.nullable(),
  protocolId: ProtocolId.nullable(),
  training: z.boolean(),
}

export const CountersignatureSubject = z.strictObject({ kind: z.literal('countersignature'), ...target })

const WithdrawalSubject = z.strictObject({
  kind: z.literal('withdrawal'),
  ...target,
  reason: z.string().min(1),
})

/** A document that is signed as such: a screening log, an extract of the trail. */
const DocumentSubject = z.strictObject({
  kind: z.literal('document'),
  document: DocumentId,
  documentKind: z.string(),
  title: LocalizedText,
  /** SHA-256 of the document's canonical content. */
  sha256: Sha256,
  training: z.boolean(),
})

const subjectSchema = z.discriminatedUnion('kind', [
  EligibilitySubject,
  ConfigurationSubject,
  CausalitySubject,
  CountersignatureSubject,
  WithdrawalSubject,
  DocumentSubject,
])
export type Subject =
  | EligibilitySubject
  | ConfigurationSubject
  | CausalitySubject
  | z.infer<typeof CountersignatureSubject | typeof WithdrawalSubject | typeof DocumentSubject>

/** What a signature is put under. By name, because the compiler does not write out a union of this length. */
export const Subject: z.ZodType<Subject, Subject> = subjectSchema
