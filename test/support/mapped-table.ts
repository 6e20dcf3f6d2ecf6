import { occurrenceOf } from '#shared/core/imports/columns.ts'
import { type ColumnRole, Mapping } from '#shared/core/imports/mapping.ts'
import { mappingProblems } from '#shared/core/imports/mapping-problems.ts'
import { rowReader } from '#shared/core/imports/read-table-row.ts'
import type { ReadRow } from '#shared/core/imports/row.ts'

/** Columns by name, in order, each with what it holds. */
export type MappedColumns = readonly (readonly [string, ColumnRole])[]

/** A mapping of laboratory tables with a decimal point and ISO dates, unless `changes` say otherwise. */
export function mappingOf(columns: MappedColumns, changes: object = {}): Mapping {
  const names = columns.map(([name]) => name)
  return Mapping.parse({
    ...{ schema: 'lobule.mapping/1', about: 'laboratory', table: {}, decimal: '.' },
    ...{ dates: { format: 'YYYY-MM-DD' }, patientBy: 'screening_number', tests: [], units: [] },
    columns: columns.map(([column, role], index) => ({
      column,
      occurrence: occurrenceOf(names, index),
      role,
    })),
    ...changes,
  })
}

/** Columns of a table with one result in each row. */
export const LONG: MappedColumns = [
  ['No', { as: 'patient' }],
  ['Date', { as: 'date' }],
  ['Test', { as: 'test_name' }],
  ['Result', { as: 'value' }],
  ['Unit', { as: 'unit' }],
]

/** Tests and units of such tables, as a person confirmed them. */
export const TESTS = {
  tests: [
    { printed: 'ALT', loinc: '1742-6' },
    { printed: '总胆红素', loinc: '14631-6' },
    { printed: 'PT', loinc: '5902-2', unit: 's' },
    { printed: 'HbA1c', loinc: null },
    { printed: 'Urea', loinc: '3094-0' },
  ],
  units: [
    { printed: 'U/L', ucum: 'U/L' },
    { printed: 'μmol/L', ucum: 'umol/L' },
    { printed: 'mg/dl', ucum: 'mg/dL' },
    { printed: '秒', ucum: 's' },
  ],
}

/** What rows say by a mapping that fits them, the first of them in row 2. */
export function readRows(
  mapping: Mapping,
  columns: MappedColumns,
  rows: readonly (readonly string[])[],
): ReadRow[] {
  const names = columns.map(([name]) => name)
  const [problem] = mappingProblems(mapping, names)
  if (problem !== undefined) throw new Error(`${problem.path}: ${problem.message}`)
  const read = rowReader(mapping, { columns: names, timeZone: 'Asia/Shanghai', laboratory: '检验科' })
  return rows.flatMap((cells, index) => read({ row: index + 2, cells }))
}
