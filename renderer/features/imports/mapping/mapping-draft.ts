import { Decimal } from '#shared/core/decimal.ts'
import { LoincCode } from '#shared/core/facts/laboratory.ts'
import type {
  ColumnRole,
  DateFormat,
  MappedColumn,
  MappedTest,
  Mapping,
  TableAbout,
  TableFormat,
} from '#shared/core/imports/mapping.ts'
import { type DraftFixed, fixedFieldsOf, openFixed } from './fixed.ts'

/** What a column holds while it is being chosen: a test and a unit may still be missing. */
export type DraftRole =
  | Exclude<ColumnRole, { as: 'analyte' }>
  | { readonly as: 'analyte'; readonly loinc: string; readonly unit: string }

/** A choice, and whether it is a suggestion that nobody touched. */
interface Choice {
  readonly isSuggested: boolean
}

export interface DraftColumn extends Choice {
  readonly column: string
  readonly occurrence: number
  /** Null: to be chosen. */
  readonly role: DraftRole | null
}

export interface DraftTest extends Choice {
  readonly printed: string
  /** `out`: left out on purpose; null: to be chosen. */
  readonly is: { readonly loinc: string } | 'out' | null
  readonly unit: string
}

export interface DraftUnit extends Choice {
  readonly printed: string
  /** UCUM; empty: to be chosen. */
  readonly ucum: string
}

/** What a mapping cannot be without; null where a person still has to choose. */
export interface DraftHead {
  readonly decimal: Mapping['decimal'] | null
  readonly dates: DateFormat | null
  readonly patientBy: Mapping['patientBy'] | null
}

/** A mapping while a person goes through it. */
export interface MappingDraft extends DraftHead {
  readonly about: TableAbout
  readonly table: TableFormat
  /** IANA name; empty: the site's. */
  readonly timeZone: string
  readonly columns: readonly DraftColumn[]
  readonly tests: readonly DraftTest[]
  readonly units: readonly DraftUnit[]
  /** What holds for all rows. */
  readonly fixed: readonly DraftFixed[]
  /** Of the head, what is suggested and untouched. */
  readonly suggestedHead: readonly (keyof DraftHead)[]
}

/** What a draft begins with: a kept mapping, or a suggestion and what of it is open. */
interface Start {
  readonly about: TableAbout
  readonly table: TableFormat
  /** Of the file, in order. */
  readonly columns: readonly string[]
  readonly mapping: Mapping | null
  readonly isSuggested: boolean
  readonly undecided: readonly (keyof DraftHead)[]
  readonly unknown: { readonly tests: readonly string[]; readonly units: readonly string[] }
}

const HEAD: readonly (keyof DraftHead)[] = ['decimal', 'dates', 'patientBy']

/** A draft of a table's mapping: every column of the table has a place in it, also where nothing is known of it. */
export function startDraft({
  about,
  table,
  columns,
  mapping,
  isSuggested,
  undecided,
  unknown,
}: Start): MappingDraft {
  const open = new Set(mapping === null ? HEAD : undecided)
  const decided = <K extends keyof DraftHead>(key: K, value: DraftHead[K] | undefined) =>
    open.has(key) ? null : (value ?? null)
  return {
    ...{ about, table, timeZone: mapping?.dates.timeZone ?? '' },
    decimal: decided('decimal', mapping?.decimal),
    dates: decided('dates', mapping?.dates.format),
    patientBy: decided('patientBy', mapping?.patientBy),
    suggestedHead: isSuggested ? HEAD.filter(key => !open.has(key)) : [],
    columns: withOccurrences(columns).map(place => ({
      ...place,
      role: mapping?.columns.find(one => isAt(one, place))?.role ?? null,
      isSuggested: isSuggested && mapping?.columns.some(one => isAt(one, place)) === true,
    })),
    fixed: mapping?.fixed ?? [],
    tests: withUnknown(
      (mapping?.tests ?? []).map(test => testOf(test, isSuggested)),
      unknown.tests,
    ),
    units: [
      ...unknown.units
        .filter(printed => !mapping?.units.some(unit => unit.printed === printed))
        .map(printed => ({ printed, ucum: '', isSuggested: false })),
      ...(mapping?.units ?? []).map(unit => ({ ...unit, isSuggested })),
    ],
  }
}

/** The same draft with printed tests and units that a dry run found and that it says nothing about yet. */
export function withFound(draft: MappingDraft, unknown: Start['unknown']): MappingDraft {
  return {
    ...draft,
    tests: withUnknown(draft.tests, unknown.tests),
    units: [
      ...unknown.units
        .filter(printed => !draft.units.some(unit => unit.printed === printed))
        .map(printed => ({ printed, ucum: '', isSuggested: false })),
      ...draft.units,
    ],
  }
}

function withUnknown(tests: readonly DraftTest[], unknown: readonly string[]): DraftTest[] {
  const added = unknown
    .filter(printed => !tests.some(test => test.printed === printed))
    .map(printed => ({ printed, is: null, unit: '', isSuggested: false }))
  return [...added, ...tests]
}

function testOf({ printed, loinc, unit = '' }: MappedTest, isSuggested: boolean): DraftTest {
  return { printed, is: loinc === null ? 'out' : { loinc }, unit, isSuggested }
}

interface Place {
  readonly column: string
  readonly occurrence: number
}

/** Column names of which the second with one name has `occurrence` 2. */
function withOccurrences(columns: readonly string[]): Place[] {
  return columns.map((column, index) => ({
    column,
    occurrence: columns.slice(0, index + 1).filter(one => one === column).length,
  }))
}

function isAt(one: MappedColumn, { column, occurrence }: Place): boolean {
  return one.column === column && one.occurrence === occurrence
}

/** How many choices nobody has made yet; a mapping is whole at 0. Tests and units may stay open: their rows are refused. */
export function openChoices(draft: MappingDraft): number {
  const head = HEAD.filter(key => draft[key] === null).length
  return head + openFixed(draft) + draft.columns.filter(({ role }) => role === null || !isWhole(role)).length
}

function isWhole(role: DraftRole): boolean {
  if (role.as === 'analyte') return LoincCode.safeParse(role.loinc).success && role.unit !== ''
  if (role.as !== 'field' || role.factor === undefined) return true
  return /^\d+(?:\.\d+)?$/.test(role.factor) && new Decimal(role.factor).gt(0)
}

/** Printed tests and units that nobody has given a meaning yet. */
export function openPrinted({ tests, units }: Pick<MappingDraft, 'tests' | 'units'>): number {
  return tests.filter(({ is }) => is === null).length + units.filter(({ ucum }) => ucum.trim() === '').length
}

/** The mapping that a draft without open choices says; else undefined. */
export function mappingOf(draft: MappingDraft): Mapping | undefined {
  const { about, table, decimal, dates, patientBy, timeZone } = draft
  if (openChoices(draft) > 0 || decimal === null || dates === null || patientBy === null) return undefined
  return {
    schema: 'lobule.mapping/1',
    ...{ about, table, decimal, patientBy },
    dates: { format: dates, ...(timeZone === '' ? {} : { timeZone }) },
    columns: draft.columns.flatMap(({ column, occurrence, role }) =>
      role === null ? [] : [{ column, occurrence, role: role as ColumnRole }],
    ),
    tests: draft.tests.flatMap(mappedTest),
    ...fixedOf(draft),
    units: draft.units.flatMap(({ printed, ucum }) =>
      ucum.trim() === '' ? [] : [{ printed, ucum: ucum.trim() }],
    ),
  }
}

/** Of the fields that no column holds. */
function fixedOf(draft: MappingDraft): Pick<Mapping, 'fixed'> {
  const free = new Set(fixedFieldsOf(draft).map(({ field }) => field))
  const fixed = draft.fixed.filter(({ field, value }) => free.has(field) && value.trim() !== '')
  return fixed.length === 0
    ? {}
    : { fixed: fixed.map(({ field, value }) => ({ field, value: value.trim() })) }
}

function mappedTest({ printed, is, unit }: DraftTest): MappedTest[] {
  if (is === null) return []
  if (is === 'out') return [{ printed, loinc: null }]
  if (!LoincCode.safeParse(is.loinc).success) return []
  return [{ printed, loinc: is.loinc, ...(unit.trim() === '' ? {} : { unit: unit.trim() }) }]
}

/** Whether any column has one of these roles. */
export function hasRole({ columns }: Pick<MappingDraft, 'columns'>, ...roles: ColumnRole['as'][]): boolean {
  return columns.some(({ role }) => role !== null && roles.includes(role.as))
}
