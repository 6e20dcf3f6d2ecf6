import { z } from 'zod'
import { OffsetDateTime } from '../core/civil-date.ts'
import { DocumentLanguage } from '../core/documents/payload.ts'
import { ExportedFile, ExportRequest } from '../core/exports/request.ts'
import { DocumentId, Sha256 } from '../core/ids.ts'
import { JobId } from './jobs.ts'
import { mutation, Nothing, query, Reason } from './procedure.ts'

const id = z.string().min(1).max(64)
const count = z.int().min(0)

/** An export that was made. */
const Export = z.object({
  id,
  request: ExportRequest,
  why: z.string(),
  enteredAt: OffsetDateTime,
  author: z.string(),
  /** The document that lists it, and the signature under that; null until somebody signed. */
  manifest: DocumentId,
  signed: z.boolean(),
  files: z.array(ExportedFile),
  /** Each time that it left. */
  taken: z.array(z.object({ enteredAt: OffsetDateTime, author: z.string(), sha256: Sha256, bytes: count })),
  /** Whether it is still at hand: what was made goes with the session, and is made again. */
  atHand: z.boolean(),
})
export type ExportSummary = z.infer<typeof Export>

/** A file on its way out, in parts of at most `PART_BYTES`. */
const Outgoing = z.object({ fileName: z.string(), bytes: count, sha256: Sha256 })

/**
 * Data that leave the site (trust.md C4): made, listed in a manifest that an investigator signs as any document, then
 * taken. No allocation is in any of them: the store has none (K1).
 */
export const exports = {
  list: query({ right: 'documents.export', input: Nothing, output: z.array(Export) }),
  /** What an export would hold. */
  preview: query({
    right: 'data.export',
    input: ExportRequest,
    output: z.object({
      subjects: count,
      facts: count,
      documents: count,
      /** Free texts that may name somebody, where it is pseudonymised. */
      freeTexts: count,
    }),
  }),
  /** Long: see `jobs`. */
  prepare: mutation({
    right: 'data.export',
    input: z.strictObject({ job: JobId, request: ExportRequest, why: Reason, language: DocumentLanguage }),
    output: Export,
  }),
  /** One ZIP with the signed manifest in it. Throws `cannot_sign` while the manifest is not signed. */
  take: mutation({ right: 'data.export', input: z.strictObject({ id }), output: Outgoing }),
  /** Of what `take` or `takeCopy` answered, by its SHA-256. */
  part: query({
    right: 'data.export',
    input: z.strictObject({ sha256: Sha256, offset: count }),
    output: z.object({ part: z.base64() }),
  }),
  /** The complete copy of the site: its store and keys as they are, encrypted, in one file (trust.md C1). Long: see `jobs`. */
  takeCopy: mutation({
    right: 'data.copy',
    input: z.strictObject({ job: JobId, why: Reason }),
    output: Outgoing,
  }),
}

/** What a complete copy says of itself before it is opened. */
export const CopySummary = z.object({
  site: z.object({ name: z.string(), number: z.string(), training: z.boolean() }),
  madeAt: OffsetDateTime,
  application: z.string(),
  /** A copy was taken out by somebody; the others are the store's own. */
  purpose: z.enum(['copy', 'backup', 'before_migration', 'before_rekey']),
  /** Version of the shape of its records; a newer one than this Lobule's does not open here. */
  schema: count,
  trail: z.object({ entries: count, hash: Sha256 }),
  tables: z.record(z.string(), count),
})
export type CopySummary = z.infer<typeof CopySummary>
