import { Decimal } from '../decimal.ts'
import { loincOf, onlyUnitOf, ucumOf } from '../reports/printed-unit.ts'
import { findTest } from '../reports/tests.ts'
import { unitsOf } from '../units.ts'
import { isNumberField } from './examination-fields.ts'
import { fieldWord, type HeaderWord, headerWord } from './header-words.ts'
import type { ColumnRole, ExaminationField, TableAbout } from './mapping.ts'
import type { Survey } from './survey.ts'

const IGNORED: ColumnRole = { as: 'ignored' }
const CLOCK = /^\d{1,2}[:：时]\d{2}/

/** What each column holds, told by its name and, between dates and times, by its cells; else it is left out. */
export function suggestColumns(survey: Survey): {
  readonly roles: readonly ColumnRole[]
  /** Undefined where no name says what the column of the patient holds. */
  readonly patientBy: 'screening_number' | 'identifier' | undefined
} {
  const words = survey.columns.map(headerWord)
  const roles = survey.about === 'laboratory' ? laboratoryRoles(survey, words) : examinationRoles(survey)
  const patient = patientOf(words)
  const date = dateOf(survey, words)
  const time = timeOf(survey, words, date)
  return {
    roles: roles.map((role, index): ColumnRole => {
      if (index === patient?.index) return { as: 'patient' }
      if (index === date) return { as: 'date' }
      return index === time ? { as: 'time' } : role
    }),
    patientBy: patient?.by,
  }
}

type Words = readonly (HeaderWord | undefined)[]

/** The site's own number comes before the hospital's. */
function patientOf(
  words: Words,
): { readonly index: number; readonly by: 'screening_number' | 'identifier' } | undefined {
  const patients = words.flatMap((word, index) => (word?.as === 'patient' ? [{ index, by: word.by }] : []))
  return patients.find(({ by }) => by === 'screening_number') ?? patients[0]
}

/** A date of which nobody says whose it is counts only where there is no other. */
function dateOf(survey: Survey, words: Words): number | undefined {
  const named = (as: string) =>
    words.flatMap((word, index) => (word?.as === as && !holdsTimes(survey, index) ? [index] : []))
  const [own] = named('date')
  const [any, ...others] = named('any_date')
  return own ?? (others.length === 0 ? any : undefined)
}

function timeOf(survey: Survey, words: Words, date: number | undefined): number | undefined {
  const isOfTime = (word: HeaderWord | undefined) => word?.as === 'time' || word?.as === 'date'
  const found = words.findIndex(
    (word, index) => index !== date && isOfTime(word) && holdsTimes(survey, index),
  )
  return found < 0 ? undefined : found
}

function holdsTimes(survey: Survey, column: number): boolean {
  const values = [...survey.valuesOf(column).keys()]
  return values.length > 0 && values.every(value => CLOCK.test(value))
}

const SINGLE = new Set<string>([
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
])
const OF_WIDE: readonly string[] = ['control', 'specimen_condition', 'specimen']

/** A column for the tests and one for their values, else a column for each test. */
function laboratoryRoles({ columns }: Survey, words: Words): ColumnRole[] {
  const has = (as: string) => words.some(word => word?.as === as)
  const isLong = has('value') && (has('test_code') || has('test_name'))
  return columns.map((name, index): ColumnRole => {
    const word = words[index]
    const isFirst = words.findIndex(other => other?.as === word?.as) === index
    const fits = word !== undefined && SINGLE.has(word.as) && (isLong || OF_WIDE.includes(word.as))
    if (fits && isFirst) return { as: word.as } as ColumnRole
    return isLong ? IGNORED : (analyteColumn(name) ?? IGNORED)
  })
}

/** `ALT(U/L)`, `总胆红素 μmol/L`; a test whose unit the name does not say only where it has but one. */
function analyteColumn(name: string): ColumnRole | undefined {
  for (const { rest, unit } of partings(name)) {
    const test = findTest(rest)
    if (test === undefined || !('analyte' in test)) continue
    const { analyte } = test
    const ucum = unit === '' ? unitWithoutPrint(analyte) : ucumOf(unit, analyte)
    if (unitsOf(analyte).includes(ucum)) return { as: 'analyte', loinc: loincOf(analyte, ucum), unit: ucum }
  }
  return undefined
}

/** The one unit of a test that is printed in no other, and of a ratio that is printed in none; else ''. */
export function unitWithoutPrint(analyte: Parameters<typeof unitsOf>[0]): string {
  if (analyte === 'inr') return '{INR}'
  return onlyUnitOf(analyte) === '' ? '' : (unitsOf(analyte)[0] ?? '')
}

/** A name with what may be its unit: in brackets at its end, behind a blank or comma, or none. */
function partings(name: string): { readonly rest: string; readonly unit: string }[] {
  const text = name.normalize('NFKC').trim()
  const [, before = '', inside = ''] = /^(.*?)\s*[([]([^()[\]]*)[)\]]$/.exec(text) ?? []
  const [, head = '', tail = ''] = /^(.*?)[\s,_]+([^\s,_]+)$/.exec(text) ?? []
  return [
    ...(before === '' ? [] : [{ rest: before, unit: inside }]),
    ...(head === '' ? [] : [{ rest: head, unit: tail }]),
    { rest: text, unit: '' },
  ]
}

/** What a value in a printed unit is multiplied by. */
const FACTORS: Readonly<Partial<Record<ExaminationField, Readonly<Record<string, string>>>>> = {
  diameterMm: { mm: '1', cm: '10' },
  meanVelocityCmPerS: { 'cm/s': '1', 'cm/sec': '1', 'm/s': '100' },
  maximumVelocityCmPerS: { 'cm/s': '1', 'cm/sec': '1', 'm/s': '100' },
  flowMlPerMin: { 'ml/min': '1', 'l/min': '1000' },
  kPa: { kpa: '1' },
  iqrToMedian: { '%': '0.01' },
}

function examinationRoles({ about, columns }: Survey): ColumnRole[] {
  const seen = new Set<ExaminationField>()
  return columns.map(name => {
    const role = fieldColumn(name, about)
    if (role === undefined || seen.has(role.field)) return IGNORED
    seen.add(role.field)
    return role
  })
}

/** A measured field only where its name says the unit. */
function fieldColumn(name: string, about: TableAbout): Extract<ColumnRole, { as: 'field' }> | undefined {
  for (const { rest, unit } of partings(name)) {
    const field = fieldWord(rest, about)
    if (field === undefined) continue
    if (!isNumberField(field)) return { as: 'field', field }
    const factor = FACTORS[field]?.[unit.toLowerCase()]
    if (factor === undefined) continue
    return { as: 'field', field, ...(!new Decimal(factor).eq(1) && { factor }) }
  }
  return undefined
}
