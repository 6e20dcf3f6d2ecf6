import { z } from 'zod'
import { CivilDate, OffsetDateTime } from '../core/civil-date.ts'
import { DocumentLanguage } from '../core/documents/payload.ts'
import { Verdict } from '../core/eligibility/verdict.ts'
import { DocumentId, FactId, PatientId, ProtocolId, Sha256, SignatureId, UserId } from '../core/ids.ts'
import { Role } from '../core/person.ts'
import { Blocker } from '../core/signatures/blocker.ts'
import { Invalidation } from '../core/signatures/change.ts'
import { Meaning } from '../core/signatures/meaning.ts'
import { SignedRecord } from '../core/signatures/record.ts'
import { SignatureStatus } from '../core/signatures/status.ts'
import { Subject } from '../core/signatures/subject.ts'
import { LocalizedText } from '../core/text.ts'
import { mutation, query, Reason } from './procedure.ts'
import { TypedLogin, TypedPassword } from './users.ts'

/** What somebody wants to sign. The engine says what that is at this moment. */
export const SignatureRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('eligibility'), patientId: PatientId, protocolId: ProtocolId }),
  z.strictObject({ kind: z.literal('configuration'), protocolId: ProtocolId }),
  /** The signer's own judgement of an adverse event. */
  z.strictObject({ kind: z.literal('causality'), patientId: PatientId, event: FactId }),
  z.strictObject({ kind: z.literal('countersignature'), of: SignatureId }),
  z.strictObject({ kind: z.literal('withdrawal'), of: SignatureId, reason: Reason }),
  z.strictObject({ kind: z.literal('document'), document: DocumentId }),
])
export type SignatureRequest = z.infer<typeof SignatureRequest>

/** A signature in a list. Name, time with offset and meaning are always there (21 CFR 11.50). */
export const SignatureSummary = z.object({
  id: SignatureId,
  kind: z.enum(['eligibility', 'configuration', 'causality', 'countersignature', 'withdrawal', 'document']),
  patientId: PatientId.nullable(),
  protocolId: ProtocolId.nullable(),
  /** The signature that this one countersigns or withdraws. */
  of: SignatureId.nullable(),
  /** The adverse event whose causality it judges. */
  event: FactId.nullable(),
  meaning: z.object({ code: Meaning, statement: LocalizedText }),
  signer: z.object({ userId: UserId, fullName: z.string(), role: Role }),
  signedAt: OffsetDateTime,
  /** What it decided, where it did; `on` is the day of registration. */
  decision: z
    .object({
      verdict: Verdict,
      on: CivilDate,
      covers: z.object({ from: CivilDate, to: CivilDate.nullable() }).nullable(),
      /** Labels of the criteria that failed. */
      failing: z.array(z.string()),
    })
    .nullable(),
  status: SignatureStatus,
  /** When and why it stopped covering current data. */
  notCurrent: z.object({ at: OffsetDateTime, why: Invalidation }).nullable(),
  countersigned: z.object({ id: SignatureId, by: z.string(), at: OffsetDateTime }).nullable(),
  withdrawn: z.object({ id: SignatureId, by: z.string(), at: OffsetDateTime, reason: z.string() }).nullable(),
  /** The PDF that was signed with it, where there is one. */
  document: DocumentId.nullable(),
  training: z.boolean(),
})
export type SignatureSummary = z.infer<typeof SignatureSummary>

/** What the check of a stored signature found; without problems it holds. */
const Verification = z.object({
  holds: z.boolean(),
  problems: z.array(
    z.enum([
      'signature_wrong',
      'certificate_not_from_site',
      'certificate_not_valid_then',
      'record_moved',
      'record_unreadable',
    ]),
  ),
})

const Work = z.object({
  kind: z.enum([
    'review_again',
    'expired',
    'awaiting_countersignature',
    'ready_to_sign',
    'configuration_not_signed',
    'signing_not_enabled',
    'causality_to_judge',
    'causality_to_sign',
  ]),
  patientId: PatientId.nullable(),
  screeningNumber: z.string().nullable(),
  protocolId: ProtocolId.nullable(),
  signature: SignatureId.nullable(),
  /** The adverse event that it is about. */
  event: FactId.nullable(),
  /** Since when, where that is known. */
  since: OffsetDateTime.nullable(),
})
export type Work = z.infer<typeof Work>

/** Decisions with a name under them. */
export const signatures = {
  /** What would be signed now, complete, with its hash and what stands in the way. */
  review: query({
    right: 'signatures.sign',
    input: z.strictObject({ request: SignatureRequest }),
    output: z.object({
      /** Null where something stands in the way of even composing it. */
      subject: Subject.nullable(),
      /** SHA-256 of the subject's canonical JSON: proves at signing that what is signed was shown. */
      sha256: Sha256.nullable(),
      blockers: z.array(Blocker),
      /** To choose from. */
      meanings: z.array(Meaning),
      /** Login name and password are asked for, not the password alone (21 CFR 11.200(a)(1)). */
      asksLoginName: z.boolean(),
    }),
  }),
  /** All or none. Each was shown in full before: `reviewed` is the hash that `review` gave. */
  sign: mutation({
    right: 'signatures.sign',
    input: z.strictObject({
      loginName: TypedLogin.optional(),
      password: TypedPassword,
      language: DocumentLanguage,
      items: z
        .array(z.strictObject({ request: SignatureRequest, meaning: Meaning, reviewed: Sha256 }))
        .min(1)
        .max(100),
    }),
    output: z.array(SignatureSummary),
  }),
  list: query({
    right: 'protocols.read',
    /** Of one patient, of one protocol's configuration, or all. Patients' only for those who read screenings. */
    input: z.strictObject({ patientId: PatientId.optional(), protocolId: ProtocolId.optional() }),
    output: z.array(SignatureSummary),
  }),
  /** The record as it was signed, checked anew against its signature and certificates. */
  get: query({
    right: 'screening.read',
    input: z.strictObject({ id: SignatureId }),
    output: z.object({
      summary: SignatureSummary,
      record: SignedRecord.nullable(),
      /** SHA-256 of the signed text. */
      sha256: Sha256,
      verification: Verification,
    }),
  }),
  /** What waits for a signature, for this user. */
  workList: query({ right: 'screening.read', input: z.strictObject({}), output: z.array(Work) }),
}
