import { Analyte, analytes } from '#shared/core/analytes.ts'
import type { Chart } from '#shared/core/facts/candidate.ts'
import { type FactKind, positiveContent } from '#shared/core/facts/content.ts'
import type { ReadRow } from './read-csv.ts'

/*
 * Reads the flat tables of an export as somebody who knows the codebook would: every value with its patient, its kind
 * and its name, as one line of text. Sorted, so that two records with the same values give the same lists.
 */

/** Every value that stands in charts. */
export function valuesOfCharts(charts: readonly Chart[]): string[] {
  return charts
    .flatMap(({ candidate, facts }) =>
      facts.flatMap(({ content }) => {
        const { kind, ...rest } = content
        return [
          line(candidate.screeningNumber, kind),
          ...valuesIn(rest).map(each => line(candidate.screeningNumber, kind, ...each)),
        ]
      }),
    )
    .sort()
}

function line(...parts: readonly string[]): string {
  return parts.join(' | ')
}

function valuesIn(value: unknown, path = ''): [string, string][] {
  if (value === null) return [[path, 'not_applicable']]
  if (typeof value !== 'object') return [[path, String(value)]]
  const isList = Array.isArray(value)
  return Object.entries(value).flatMap(([name, inner]) => {
    const step = isList ? String(Number(name) + 1) : name
    return valuesIn(inner, path === '' ? step : `${path}.${step}`)
  })
}

/** Where the long table has what the record calls otherwise. */
const laboratoryColumns = {
  value: 'value',
  comparator: 'comparator',
  unit: 'unit',
  'range.low': 'low',
  'range.high': 'high',
  control: 'control',
  laboratory: 'laboratory',
  specimenCondition: 'specimen',
  loinc: 'loinc',
}

/** Every value that stands in a long table. */
export function readLong(rows: readonly ReadRow[]): string[] {
  const facts = Map.groupBy(rows, ({ subject, fact }) => `${subject} ${fact}`)
  return [...facts.values()].flatMap(readFact).sort()
}

function readFact(rows: readonly ReadRow[]): string[] {
  const { subject = '', kind = '', from, to } = rows[0] ?? {}
  const values = rows.flatMap(row => (kind === 'laboratory' ? laboratoryValues(row) : ownValue(kind, row)))
  const times = [
    [startName(kind), from],
    ['to', to],
  ].filter(([, time]) => time !== undefined)
  return [
    line(subject, kind),
    ...[...values, ...times].map(([name = '', value = '']) => line(subject, kind, name, value)),
  ]
}

function laboratoryValues(row: ReadRow): [string, string][] {
  return Object.entries(laboratoryColumns).flatMap(([name, column]): [string, string][] => {
    const value = row[column]
    return value === undefined ? [] : [[name, value]]
  })
}

function ownValue(kind: string, { variable = '', value }: ReadRow): [string, string][] {
  return value === undefined ? [] : [[variable.slice(kind.length + 1), value]]
}

/** What a kind calls the time at which it was or began. */
function startName(kind: string): 'on' | 'from' {
  if (kind === 'not_known') return 'on'
  return kind in positiveContent && 'on' in positiveContent[kind as FactKind].shape ? 'on' : 'from'
}

/** Every value that stands in a wide table. */
export function readWide(rows: readonly ReadRow[]): string[] {
  return rows
    .flatMap(row =>
      Object.keys(row)
        .filter(isMain)
        .flatMap(name => readCell(row, name)),
    )
    .sort()
}

const isMain = (column: string) => !column.includes('.') && !['subject', 'day', 'repeat'].includes(column)

function readCell(row: ReadRow, name: string): string[] {
  const { subject = '', day } = row
  const loinc = loincOf(name)
  const kind = loinc === undefined ? name : 'laboratory'
  const beside = Object.entries(row)
    .filter(([column]) => column.startsWith(`${name}.`))
    .map(([column, value = '']) => [recordName(kind, column.slice(name.length + 1)), value] as const)
  const start = startName(kind)
  const known = beside.some(([own]) => own === start)
  const values = [
    ...beside,
    ...(known || day === undefined ? [] : [[start, day] as const]),
    ...(loinc === undefined
      ? []
      : ([
          ['value', row[name] ?? ''],
          ['loinc', loinc],
        ] as const)),
  ]
  return [line(subject, kind), ...values.map(each => line(subject, kind, ...each))]
}

function loincOf(name: string): string | undefined {
  const analyte = Analyte.safeParse(name)
  return analyte.success ? analytes[analyte.data].loinc[0] : /_(\d+-\d)$/.exec(name)?.[1]
}

function recordName(kind: string, column: string): string {
  if (kind !== 'laboratory') return column
  return Object.entries(laboratoryColumns).find(([, own]) => own === column)?.[0] ?? column
}
