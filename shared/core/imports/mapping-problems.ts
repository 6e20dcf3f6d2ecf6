import { analyteOfLoinc } from '../analytes.ts'
import { unitsOf } from '../units.ts'
import { columnName, indexOfColumn } from './columns.ts'
import { FIELDS } from './examination-fields.ts'
import { HELD } from './held-words.ts'
import type { ColumnRole, ExaminationField, Mapping } from './mapping.ts'
import { fixedValue } from './read-examination-row.ts'

/** What keeps a mapping from reading a table: where in the mapping, and what to do. */
export interface MappingProblem {
  readonly path: string
  readonly message: string
}

/** Whether a mapping and the columns of a table fit: none of its columns missing, none of the table's left unsaid. */
export function mappingProblems(mapping: Mapping, columns: readonly string[]): MappingProblem[] {
  return [
    ...columnProblems(mapping, columns),
    ...(mapping.about === 'laboratory' ? laboratoryProblems(mapping) : examinationProblems(mapping)),
    ...zoneProblems(mapping),
  ]
}

function columnProblems(mapping: Mapping, columns: readonly string[]): MappingProblem[] {
  const places = mapping.columns.map(mapped => indexOfColumn(columns, mapped))
  const own = places.flatMap((place, index): MappingProblem[] => {
    const path = `columns[${index}].column`
    if (place < 0) return [{ path, message: 'the table has no column of this name' }]
    return places.indexOf(place) < index ? [{ path, message: 'used twice' }] : []
  })
  // A column that came new must not be left out unseen; one without a name and without a place in the mapping holds nothing.
  const unsaid = columns.flatMap((name, index) =>
    name.trim() === '' || places.includes(index) ? [] : [columnName(columns, index)],
  )
  return [
    ...own,
    ...unsaid.map(name => ({
      path: 'columns',
      message: `say what the column ${name} holds, or leave it out on purpose`,
    })),
    ...(['patient', 'date'] as const).flatMap(as => (count(mapping, as) === 0 ? [missing(as)] : [])),
    ...ONCE.filter(as => count(mapping, as) > 1).map(as => ({
      path: 'columns',
      message: `more than one column is said to hold ${HELD[as]}`,
    })),
  ]
}

/** What at most one column can hold. */
const ONCE = [
  'patient',
  'date',
  'time',
  'test_code',
  'test_name',
  'value',
  'comparator',
  'unit',
  'range',
  'range_low',
  'range_high',
  'control',
  'specimen_condition',
  'specimen',
] as const satisfies readonly ColumnRole['as'][]
/** What belongs to tables with one result in each row. */
const LONG: readonly string[] = [
  'test_code',
  'test_name',
  'value',
  'comparator',
  'unit',
  'range',
  'range_low',
  'range_high',
]
const OF_LABORATORY: readonly string[] = [...LONG, 'control', 'specimen_condition', 'specimen', 'analyte']

function count({ columns }: Mapping, as: string): number {
  return columns.filter(({ role }) => role.as === as).length
}

function missing(as: keyof typeof HELD): MappingProblem {
  return { path: 'columns', message: `no column is said to hold ${HELD[as]}` }
}

function misplaced(mapping: Mapping, isWrong: (as: string) => boolean): MappingProblem[] {
  return mapping.columns.flatMap(({ role }, index) =>
    isWrong(role.as)
      ? [{ path: `columns[${index}].role`, message: 'a table of this kind has no such column' }]
      : [],
  )
}

function laboratoryProblems(mapping: Mapping): MappingProblem[] {
  const isWide = count(mapping, 'analyte') > 0
  const isNamed = count(mapping, 'test_code') > 0
  const wanted = isWide ? [] : ([...(isNamed ? [] : (['test_name'] as const)), 'value'] as const)
  return [
    ...wanted.flatMap(as => (count(mapping, as) === 0 ? [missing(as)] : [])),
    ...misplaced(mapping, as => as === 'field' || (isWide && LONG.includes(as))),
    ...unitProblems(mapping),
    ...twice(
      'tests',
      mapping.tests.map(({ printed }) => printed),
    ),
    ...twice(
      'units',
      mapping.units.map(({ printed }) => printed),
    ),
    ...((mapping.fixed ?? []).length > 0
      ? [{ path: 'fixed', message: 'a table of this kind has no such column' }]
      : []),
  ]
}

function unitProblems({ columns, tests }: Mapping): MappingProblem[] {
  const said = [
    ...columns.map(({ role }, index) => ({
      path: `columns[${index}].role.unit`,
      ...(role.as === 'analyte' ? role : { loinc: null, unit: undefined }),
    })),
    ...tests.map(({ loinc, unit }, index) => ({ path: `tests[${index}].unit`, loinc, unit })),
  ]
  return said.flatMap(({ path, loinc, unit }) => {
    const analyte = loinc === null ? undefined : analyteOfLoinc(loinc)
    if (analyte === undefined || unit === undefined || unitsOf(analyte).includes(unit)) return []
    return [{ path, message: `not a unit of this quantity; use ${unitsOf(analyte).join(', ')}` }]
  })
}

function twice(list: 'tests' | 'units', printed: readonly string[]): MappingProblem[] {
  return printed.flatMap((text, index) =>
    printed.indexOf(text) < index ? [{ path: `${list}[${index}].printed`, message: 'used twice' }] : [],
  )
}

function examinationProblems(mapping: Mapping): MappingProblem[] {
  if (mapping.about === 'laboratory') return []
  const possible = FIELDS[mapping.about]
  const inColumns = mapping.columns.map(({ role }) => (role.as === 'field' ? role.field : undefined))
  const said = [...inColumns, ...(mapping.fixed ?? []).map(({ field }) => field)]
  const isSaid = (field: ExaminationField) => said.includes(field)
  const wanted: ExaminationField = mapping.about === 'portal_vein' ? 'modality' : 'kPa'
  return [
    ...(isSaid(wanted) ? [] : [missing(wanted)]),
    ...misplaced(mapping, as => OF_LABORATORY.includes(as)),
    ...inColumns.flatMap((field, index) =>
      field === undefined || possible.includes(field)
        ? []
        : [{ path: `columns[${index}].role.field`, message: 'a table of this kind has no such column' }],
    ),
    ...possible
      .filter(field => said.filter(other => other === field).length > 1)
      .map(field => ({ path: 'columns', message: `more than one column is said to hold ${HELD[field]}` })),
    ...fixedProblems(mapping, possible),
  ]
}

function fixedProblems({ fixed = [] }: Mapping, possible: readonly ExaminationField[]): MappingProblem[] {
  return fixed.flatMap(({ field, value }, index) => {
    const path = `fixed[${index}]`
    if (!possible.includes(field))
      return [{ path: `${path}.field`, message: 'a table of this kind has no such column' }]
    return fixedValue(field, value) === undefined
      ? [{ path: `${path}.value`, message: 'is nothing that this column can say' }]
      : []
  })
}

function zoneProblems({ dates: { timeZone } }: Mapping): MappingProblem[] {
  if (timeZone === undefined) return []
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return []
  } catch {
    return [{ path: 'dates.timeZone', message: 'an IANA time zone such as Asia/Shanghai' }]
  }
}
