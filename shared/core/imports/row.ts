import { z } from 'zod'
import { FactContent } from '../facts/content.ts'
import { FactId, PatientId } from '../ids.ts'

/** Why a row, or one column of it, was not taken. The words stand in `words.ts`. */
export const RefusalCode = z.enum([
  'no_patient',
  'unknown_patient',
  'ambiguous_patient',
  'no_date',
  'unreadable_date',
  'date_in_future',
  'date_before_birth',
  'no_test',
  'unknown_test',
  'no_value',
  'unreadable_value',
  'no_unit',
  'unknown_unit',
  'unit_of_other_quantity',
  'unreadable_range',
  'unreadable_field',
  'too_many_columns',
  'too_few_columns',
  'contradicts_row',
  'not_supported',
  'other_specimen',
  'not_final',
  'invalid',
])
export type RefusalCode = z.infer<typeof RefusalCode>

/** Where in a file, and why. `value` is what the file says there, at most 100 characters. */
export const Refusal = z.strictObject({
  code: RefusalCode,
  column: z.string().nullable(),
  value: z.string().max(100).nullable(),
})
export type Refusal = z.infer<typeof Refusal>

/** What makes a value worth a question before it is taken. */
export const DoubtCode = z.enum([
  /** Outside what the analyte can be in a living person. */
  'implausible',
  /** As if the unit were a thousand times another. */
  'thousandfold',
  /** Far from the patient's own values close in time. */
  'jump',
  /** Two rows of this import give one specimen different values. */
  'two_values',
])
export type DoubtCode = z.infer<typeof DoubtCode>

/** A question about a value, with what it is held against: a limit, or the patient's earlier value and its day. */
export const Doubt = z.strictObject({
  code: DoubtCode,
  against: z.string().max(200),
})
export type Doubt = z.infer<typeof Doubt>

/** What becomes of a row: `same` is on record already, `ignored` is left out by the mapping. */
export const RowOutcome = z.enum(['new', 'same', 'changed', 'refused', 'ignored'])
export type RowOutcome = z.infer<typeof RowOutcome>

/** Where a statement stands: which of the files, from 0; row from 1 as in the file; column for wide tables. */
export const RowPlace = z.strictObject({
  file: z.int().min(0),
  row: z.int().min(1),
  column: z.string().nullable(),
})
export type RowPlace = z.infer<typeof RowPlace>

/** One statement of a file and what the dry run made of it. */
export const CheckedRow = z.strictObject({
  place: RowPlace,
  outcome: RowOutcome,
  patient: z.strictObject({ id: PatientId, screeningNumber: z.string() }).nullable(),
  content: FactContent.nullable(),
  /** What is on record now; for `same` and `changed`. */
  before: z.strictObject({ factId: FactId, version: z.int().min(1), content: FactContent }).nullable(),
  refusal: Refusal.nullable(),
  doubts: z.array(Doubt),
})
export type CheckedRow = z.infer<typeof CheckedRow>

/** How a file names the patient of a row. */
export interface PatientKey {
  readonly by: 'screening_number' | 'identifier'
  readonly value: string
}

/** A statement as read from a file, before anything is looked up: pure reading, the same for tables, FHIR and ODM. */
export type ReadRow =
  | {
      readonly row: number
      readonly column: string | null
      readonly patient: PatientKey
      readonly content: FactContent
    }
  | { readonly row: number; readonly column: string | null; readonly refusal: Refusal }
  | { readonly row: number; readonly column: string | null; readonly ignored: true }
