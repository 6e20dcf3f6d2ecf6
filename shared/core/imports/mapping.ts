import { z } from 'zod'
import { LoincCode } from '../facts/laboratory.ts'

/** What the rows of a table are about. */
export const TableAbout = z.enum(['laboratory', 'portal_vein', 'liver_stiffness', 'spleen_stiffness'])
export type TableAbout = z.infer<typeof TableAbout>

/** How bytes become characters. UTF-16 in both byte orders. */
export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'])
export type Encoding = z.infer<typeof Encoding>

/** What parts the columns of a text file. */
export const Delimiter = z.enum([',', ';', '\t'])
export type Delimiter = z.infer<typeof Delimiter>

/** Where the table stands in its file and how it is written; what is left out is found out by looking, and shown. */
export const TableFormat = z.strictObject({
  encoding: Encoding.optional(),
  delimiter: Delimiter.optional(),
  /** Name of the sheet of a workbook. */
  sheet: z.string().min(1).max(100).optional(),
  /** Row of the column names, counted from 1; what stands above it is not read. */
  headerRow: z.int().min(1).max(1000).optional(),
})
export type TableFormat = z.infer<typeof TableFormat>

/** How a date is written. A workbook's own dates need none. `DD/MM` and `MM/DD` are never told apart by guessing. */
export const DateFormat = z.enum([
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYY.MM.DD',
  'YYYYMMDD',
  'YYYY年MM月DD日',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD.MM.YYYY',
])
export type DateFormat = z.infer<typeof DateFormat>

const ucum = z.string().min(1).max(40)

/** A field of an examination that a column holds; what a column says in another unit is multiplied by `factor`. */
export const ExaminationField = z.enum([
  'modality',
  'breathing',
  'fasting',
  'diameterMm',
  'meanVelocityCmPerS',
  'maximumVelocityCmPerS',
  'flowMlPerMin',
  'flowObtained',
  'kPa',
  'probe',
  'iqrToMedian',
  'examiner',
  'device',
])
export type ExaminationField = z.infer<typeof ExaminationField>

/** What a column holds. */
export const ColumnRole = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('ignored') }),
  z.strictObject({ as: z.literal('patient') }),
  /** Of the specimen or the examination: a date, or date and time together. */
  z.strictObject({ as: z.literal('date') }),
  z.strictObject({ as: z.literal('time') }),
  z.strictObject({ as: z.literal('test_code') }),
  z.strictObject({ as: z.literal('test_name') }),
  z.strictObject({ as: z.literal('value') }),
  z.strictObject({ as: z.literal('comparator') }),
  z.strictObject({ as: z.literal('unit') }),
  /** Both limits in one cell, such as `9-50`, `<34.2`. */
  z.strictObject({ as: z.literal('range') }),
  z.strictObject({ as: z.literal('range_low') }),
  z.strictObject({ as: z.literal('range_high') }),
  /** The control value of a prothrombin time, in the unit of the value. */
  z.strictObject({ as: z.literal('control') }),
  z.strictObject({ as: z.literal('specimen_condition') }),
  /** Of what the specimen is: rows of another than blood are refused. */
  z.strictObject({ as: z.literal('specimen') }),
  /** Wide tables: each such column holds the results of one test. */
  z.strictObject({ as: z.literal('analyte'), loinc: LoincCode, unit: ucum }),
  z.strictObject({
    as: z.literal('field'),
    field: ExaminationField,
    factor: z
      .string()
      .regex(/^\d{1,15}(?:\.\d{1,12})?$/, 'digits with an optional decimal point, such as "16.1"')
      .refine(text => /[1-9]/.test(text), 'must be above 0')
      .optional(),
  }),
])
export type ColumnRole = z.infer<typeof ColumnRole>

/** A column by the name in its header; the second of two with one name has `occurrence` 2. */
export const MappedColumn = z.strictObject({
  column: z.string().max(200),
  occurrence: z.int().min(1).default(1),
  role: ColumnRole,
})
export type MappedColumn = z.infer<typeof MappedColumn>

/** What a printed test is. `loinc` null: results of it are left out on purpose. */
export const MappedTest = z.strictObject({
  /** As in the column of the code, else of the name. */
  printed: z.string().min(1).max(200),
  loinc: LoincCode.nullable(),
  /** UCUM; for rows that print no unit. */
  unit: ucum.optional(),
})
export type MappedTest = z.infer<typeof MappedTest>

/** What holds for all rows of a table and no column of it says, such as that all examinations were ultrasound. */
const FixedField = z.strictObject({ field: ExaminationField, value: z.string().min(1).max(200) })

/** What a laboratory's tables mean. Nothing in it is a guess: a person confirmed it, and every version is kept. */
export const Mapping = z.strictObject({
  schema: z.literal('lobule.mapping/1'),
  about: TableAbout,
  table: TableFormat,
  decimal: z.enum(['.', ',']),
  dates: z.strictObject({
    format: DateFormat,
    /** IANA name of the zone that times are written in; the site's where it is left out. */
    timeZone: z.string().min(1).max(60).optional(),
  }),
  /** What the column of the patient holds: the screening number, or the number whose hash the site keeps. */
  patientBy: z.enum(['screening_number', 'identifier']),
  columns: z.array(MappedColumn).min(1).max(500),
  tests: z.array(MappedTest).max(2000),
  fixed: z.array(FixedField).max(20).optional(),
  /** A unit as printed and its UCUM code; `factor` never stands here: values are kept as printed (trust.md F2). */
  units: z.array(z.strictObject({ printed: z.string().min(1).max(60), ucum })).max(500),
})
export type Mapping = z.infer<typeof Mapping>
