import { z } from 'zod'
import { OffsetDateTime } from '../core/civil-date.ts'
import { Sha256 } from '../core/ids.ts'
import { Encoding, Mapping, TableAbout, TableFormat } from '../core/imports/mapping.ts'
import { CheckedRow, RowOutcome, RowPlace } from '../core/imports/row.ts'
import { JobId } from './jobs.ts'
import { mutation, Nothing, query, Reason } from './procedure.ts'

const id = z.string().min(1).max(64)
const count = z.int().min(0)

/** The most that one call carries of a file: the loopback host takes 4 MB a call. */
export const PART_BYTES = 2 * 1024 * 1024
/** The largest file that is taken in. */
export const MAXIMUM_FILE_BYTES = 64 * 1024 * 1024

/** A file that was handed over and is kept nowhere yet: it goes with the session. */
const Upload = z.object({ id, name: z.string(), bytes: count, sha256: Sha256 })

/** How many rows came to what. */
export const ImportCounts = z.object({
  new: count,
  same: count,
  changed: count,
  refused: count,
  ignored: count,
  doubtful: count,
})
export type ImportCounts = z.infer<typeof ImportCounts>

/** Counts of an import that was made. */
export const TakenCounts = ImportCounts.extend({ left: count })
export type TakenCounts = z.infer<typeof TakenCounts>

/** What a file is, found by its content and not by its name. */
export const FileFormat = z.enum(['text', 'workbook', 'fhir', 'odm'])
export type FileFormat = z.infer<typeof FileFormat>

/** A mapping as one laboratory has it. */
const KeptMapping = z.object({
  laboratory: id,
  about: TableAbout,
  version: z.int().min(1),
  enteredAt: OffsetDateTime,
  author: z.string(),
  reason: z.string().optional(),
  mapping: Mapping,
})
export type KeptMapping = z.infer<typeof KeptMapping>

/** One import that was made. */
const Import = z.object({
  id,
  format: FileFormat,
  about: TableAbout.nullable(),
  laboratory: id.nullable(),
  files: z.array(z.object({ name: z.string(), sha256: Sha256, bytes: count })),
  /** What it took: `new` and `changed` are the rows that were taken, `left` those that nobody answered for. */
  counts: TakenCounts,
  enteredAt: OffsetDateTime,
  author: z.string(),
  undone: z
    .object({
      enteredAt: OffsetDateTime,
      author: z.string(),
      reason: z.string(),
      retracted: count,
      restored: count,
      left: count,
    })
    .nullable(),
})
export type ImportSummary = z.infer<typeof Import>

/** What is read with: a table with its mapping and laboratory, FHIR and ODM by themselves. */
const Reading = z.strictObject({
  files: z.array(id).min(1).max(50),
  laboratory: id.optional(),
  mapping: Mapping.optional(),
})

/** Files from laboratories and devices: handed over, looked at, tried, taken, and taken back. */
export const imports = {
  /** One part of a file, in order; `id` is chosen by who sends. Answers the whole once the last part is there. */
  upload: mutation({
    right: 'facts.write',
    input: z.strictObject({
      id,
      name: z.string().min(1).max(255),
      part: z.base64().max(Math.ceil((PART_BYTES * 4) / 3) + 4),
      offset: count,
      total: z
        .int()
        .min(1, 'the file is empty')
        .max(MAXIMUM_FILE_BYTES, 'the file is larger than 64 MB; divide it'),
    }),
    output: z.object({ received: count, upload: Upload.nullable() }),
  }),
  discard: mutation({ right: 'facts.write', input: z.strictObject({ ids: z.array(id) }), output: Nothing }),

  /** What a file is and how its table begins, with a mapping to start from: the laboratory's own, else suggestions. */
  look: query({
    right: 'facts.write',
    input: z.strictObject({
      file: id,
      about: TableAbout.default('laboratory'),
      laboratory: id.optional(),
      table: TableFormat.default({}),
    }),
    output: z.object({
      format: FileFormat,
      /** For tables. */
      table: z
        .object({
          encoding: Encoding.nullable(),
          delimiter: z.string().nullable(),
          sheets: z.array(z.string()),
          sheet: z.string().nullable(),
          headerRow: z.int().min(1),
          columns: z.array(z.string()),
          /** The first rows below the header, as printed. */
          sample: z.array(z.array(z.string())),
          rows: count,
        })
        .nullable(),
      /** The kept mapping, with its version, where it fits the columns. */
      kept: KeptMapping.nullable(),
      /** Suggested from names, codes and the first rows; nothing that is only likely is filled in. */
      suggested: Mapping.nullable(),
      /** What a mapping cannot leave out and the file does not tell: a person must choose, whatever `suggested` has there. */
      undecided: z.array(z.enum(['dates', 'decimal', 'patientBy'])),
      /** Printed tests and units of the whole file that no rule knows. */
      unknown: z.object({ tests: z.array(z.string()), units: z.array(z.string()) }),
    }),
  }),

  mappings: query({ right: 'laboratories.read', input: Nothing, output: z.array(KeptMapping) }),
  mappingHistory: query({
    right: 'laboratories.read',
    input: z.strictObject({ laboratory: id, about: TableAbout }),
    output: z.array(KeptMapping),
  }),
  /** The first version needs no reason. */
  saveMapping: mutation({
    right: 'laboratories.write',
    input: z.strictObject({
      laboratory: id,
      mapping: Mapping,
      expectedVersion: count,
      reason: Reason.optional(),
    }),
    output: KeptMapping,
  }),

  /** The dry run: every statement of the files with what would become of it. Writes nothing. Long: see `jobs`. */
  check: query({
    right: 'facts.write',
    input: z.strictObject({ job: JobId, ...Reading.shape }),
    output: z.object({
      check: id,
      counts: ImportCounts,
      patients: count,
      /** How often what is unknown occurs, the most frequent first. */
      unknown: z.object({
        tests: z.array(z.object({ printed: z.string(), rows: count })),
        units: z.array(z.object({ printed: z.string(), rows: count })),
        patients: z.array(z.object({ printed: z.string(), rows: count })),
      }),
      /** These files were taken before. */
      takenBefore: z.array(z.object({ file: z.int().min(0), import: id })),
    }),
  }),
  /** Rows of a dry run, a page at a time. */
  rows: query({
    right: 'facts.write',
    input: z.strictObject({
      check: id,
      outcome: RowOutcome.optional(),
      doubtful: z.boolean().optional(),
      offset: count,
      limit: z.int().min(1).max(500),
    }),
    output: z.object({ total: count, rows: z.array(CheckedRow) }),
  }),
  /**
   * Takes what the dry run showed, all or none; refused as `changed_since_shown` where charts changed meanwhile.
   * Changed rows need `reason`; a doubtful row is taken only where it is named in `taken` with `doubtReason`, else left.
   */
  record: mutation({
    right: 'facts.write',
    input: z.strictObject({
      job: JobId,
      check: id,
      /** Left out: rows that would change what is on record are left as they are. */
      reason: Reason.optional(),
      taken: z.array(RowPlace).max(10_000),
      doubtReason: Reason.optional(),
    }),
    output: Import,
  }),

  list: query({ right: 'facts.read', input: Nothing, output: z.array(Import) }),
  /** Retracts what an import brought and puts back what it changed; what was corrected since is left and counted. */
  undo: mutation({
    right: 'facts.write',
    input: z.strictObject({ id, reason: Reason }),
    output: Import,
  }),
  /** A kept original, to be looked at again: a logged export, a part at a time; offset 0 writes the entry. */
  original: mutation({
    right: 'documents.export',
    input: z.strictObject({ sha256: Sha256, offset: count }),
    output: z.object({ name: z.string(), bytes: count, part: z.base64() }),
  }),
}
