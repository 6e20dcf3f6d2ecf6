import type { EventTime } from '../civil-date.ts'
import { columnsOf, occurrenceOf } from './columns.ts'
import { isNumberField } from './examination-fields.ts'
import { isAdministrative } from './header-words.ts'
import { type ColumnRole, DateFormat, type Mapping, type TableFormat } from './mapping.ts'
import { readTime } from './read-time.ts'
import { type DecimalMark, isBlank } from './read-value.ts'
import { suggestColumns } from './suggest-columns.ts'
import { suggestTests } from './suggest-tests.ts'
import type { Survey } from './survey.ts'

/** What a mapping cannot leave out and the file does not tell: a person must choose, whatever stands there now. */
type Undecided = 'dates' | 'decimal' | 'patientBy'

/** A mapping to start from. */
export interface Suggestion {
  readonly mapping: Mapping
  readonly undecided: readonly Undecided[]
}

/** Suggested from column names, codes, printed tests and units; what is only likely is left open. */
export function suggestMapping(survey: Survey, table: TableFormat): Suggestion {
  const { roles, patientBy } = suggestColumns(survey)
  const isLong = roles.some(({ as }) => as === 'value')
  const decimal = suggestDecimal(survey, roles)
  const format = suggestDates(survey, roles)
  const mapping: Mapping = {
    schema: 'lobule.mapping/1',
    about: survey.about,
    table,
    decimal: decimal ?? '.',
    dates: { format: format ?? 'DD/MM/YYYY' },
    patientBy: patientBy ?? 'screening_number',
    columns: suggestedColumns(survey.columns, roles),
    ...(isLong ? suggestTests(survey.tests()) : { tests: [], units: [] }),
  }
  const open = { dates: format, decimal, patientBy } as const
  const undecided = (['dates', 'decimal', 'patientBy'] as const).filter(name => open[name] === undefined)
  return { mapping, undecided }
}

/**
 * Where rows hold one result each, a column that is not known is left out. Elsewhere it could hold results: it has no
 * place in the suggestion, so that a person must say what it is; unless nothing at all is known.
 */
function suggestedColumns(names: readonly string[], roles: readonly ColumnRole[]): Mapping['columns'] {
  const isLong = roles.some(({ as }) => as === 'value')
  const isNothing = roles.every(({ as }) => as === 'ignored')
  return names.flatMap((column, index) => {
    const role = roles[index] ?? { as: 'ignored' }
    const isOpen =
      role.as === 'ignored' && !isLong && !isNothing && column !== '' && !isAdministrative(column)
    return isOpen ? [] : [{ column, occurrence: occurrenceOf(names, index), role }]
  })
}

/** The format that reads every date, or else more of them than any other; undefined where two read as many. */
function suggestDates(survey: Survey, roles: readonly ColumnRole[]): DateFormat | undefined {
  const values = valuesWith(survey, roles, role => role.as === 'date')
  const ranked = DateFormat.options
    .map(format => ({ format, read: values.filter(value => isTime(value, format)).length }))
    .sort((a, b) => b.read - a.read)
  const [best, next] = ranked
  if (best === undefined || best.read === 0) return undefined
  // Days of the ISO form are read by every format.
  if (values.every(value => isTime(value, 'YYYY-MM-DD'))) return 'YYYY-MM-DD'
  return next !== undefined && next.read === best.read ? undefined : best.format
}

function isTime(date: string, format: DateFormat): boolean {
  const read: EventTime | undefined = readTime({ date, time: '' }, { format, timeZone: 'UTC' })
  return read !== undefined
}

const WITH_NUMBERS: readonly ColumnRole['as'][] = [
  'value',
  'analyte',
  'range',
  'range_low',
  'range_high',
  'control',
]

/** The mark of the decimals; undefined where both marks occur, or a comma that could part thousands is all there is. */
function suggestDecimal(survey: Survey, roles: readonly ColumnRole[]): DecimalMark | undefined {
  const values = valuesWith(survey, roles, role =>
    role.as === 'field' ? isNumberField(role.field) : WITH_NUMBERS.includes(role.as),
  )
  const has = (pattern: RegExp) => values.some(value => pattern.test(value))
  const [points, commas] = [has(/\d[.．]\d|^\W*\.\d/), has(/\d[,，]\d/)]
  if (!commas) return '.'
  return points || !has(/\d[,，](?!\d{3}(?!\d))\d/) ? undefined : ','
}

function valuesWith(
  survey: Survey,
  roles: readonly ColumnRole[],
  isWanted: (role: ColumnRole) => boolean,
): string[] {
  return roles.flatMap((role, index) =>
    isWanted(role) ? [...survey.valuesOf(index).keys()].filter(value => !isBlank(value)) : [],
  )
}

/** Printed tests and units of a table that a mapping says nothing about, the most frequent first. */
export function unknownIn(
  mapping: Mapping,
  survey: Survey,
): { readonly tests: readonly string[]; readonly units: readonly string[] } {
  const columns = columnsOf(mapping, survey.columns)
  const test = columns.one('test_code') ?? columns.one('test_name')
  const unit = columns.one('unit')
  const others = (column: { readonly index: number } | undefined, known: readonly string[]) =>
    column === undefined
      ? []
      : [...survey.valuesOf(column.index)]
          .filter(([text]) => !isBlank(text) && !known.includes(text))
          .sort(([, a], [, b]) => b - a)
          .map(([text]) => text)
  return {
    tests: others(
      test,
      mapping.tests.map(({ printed }) => printed),
    ),
    units: others(
      unit,
      mapping.units.map(({ printed }) => printed),
    ),
  }
}
