import { z } from 'zod'
import { CivilDate, OffsetDateTime } from '../core/civil-date.ts'
import { FactId, PatientId, Sha256 } from '../core/ids.ts'
import { mutation, query, Reason } from './procedure.ts'

const id = z.string().min(1).max(64)
const count = z.int().min(0)

export const CopyMediaType = z.enum(['application/pdf', 'image/jpeg', 'image/png'])
export type CopyMediaType = z.infer<typeof CopyMediaType>

/** A report on paper or film, scanned or photographed, that somebody compared with its original (trust.md C3). */
const CertifiedCopy = z.object({
  id,
  patientId: PatientId,
  title: z.string(),
  /** Day that the original bears; null where it bears none. */
  dated: CivilDate.nullable(),
  /** Where the original is kept. */
  originalAt: z.string(),
  file: z.object({ name: z.string(), mediaType: CopyMediaType, bytes: count, sha256: Sha256 }),
  certifiedAt: OffsetDateTime,
  certifiedBy: z.string(),
  statement: z.string(),
  facts: z.array(z.object({ factId: FactId, attachedAt: OffsetDateTime, attachedBy: z.string() })),
  /** It proved to be of another report, or of another patient's; nothing is read from it any more. */
  withdrawn: z.object({ at: OffsetDateTime, by: z.string(), reason: z.string() }).nullable(),
})
export type CertifiedCopy = z.infer<typeof CertifiedCopy>

const facts = z.array(FactId).max(500)

/** Certified copies of a patient's reports. The file is uploaded by `imports.upload` and told by its content. */
export const certifiedCopies = {
  list: query({
    right: 'facts.read',
    input: z.strictObject({ patientId: PatientId }),
    output: z.array(CertifiedCopy),
  }),
  certify: mutation({
    right: 'facts.write',
    input: z.strictObject({
      upload: id,
      patientId: PatientId,
      title: z.string().trim().min(1).max(200),
      dated: CivilDate.nullable(),
      originalAt: z.string().trim().min(1).max(200),
      /** Compared with the original: complete and legible. */
      compared: z.literal(true, { error: 'compare the copy with its original, then confirm it' }),
      facts,
    }),
    output: CertifiedCopy,
  }),
  attach: mutation({
    right: 'facts.write',
    input: z.strictObject({ id, facts: facts.min(1) }),
    output: CertifiedCopy,
  }),
  /** Says that a copy was attached in error. It stays, marked, and leaves with no dossier. */
  withdraw: mutation({
    right: 'facts.write',
    input: z.strictObject({ id, reason: Reason }),
    output: CertifiedCopy,
  }),
  /** The file as it was taken in, a part at a time; its hash is compared first. */
  content: query({
    right: 'facts.read',
    input: z.strictObject({ id, offset: count }),
    output: z.object({ mediaType: CopyMediaType, bytes: count, part: z.base64() }),
  }),
}
