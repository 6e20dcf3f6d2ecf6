import type { FactContent, FactKind } from '#shared/core/facts/content.ts'
import { plainNumber } from '#shared/core/reports/printed-number.ts'
import { unitText } from '../../../i18n/format.ts'
import {
  isSafetyContent,
  isSafetyKind,
  safetyContentOf,
  safetyValuesOf,
} from '../../safety/form/safety-values.ts'
import type { AnyKind } from '../fact-groups.ts'
import { contentOfPrinted, type PrintedResult } from '../printed-result.ts'
import { fieldsOf } from './fields.ts'
import { isRowList, rowsOfList, typedRows } from './row-lists.ts'
import { timeOf, typedTime } from './typed-time.ts'
import type { Values } from './typed-values.ts'

export type { Values }

const TIMES = new Set(['on', 'from', 'to', 'watchedUntil'])
const LISTS = new Set(['types', 'askedOf', 'awaited', 'carriedOut'])

/** What a form asks for besides its fact: facts of their own. */
const BESIDE = new Set(['vitalSigns'])

/** The fields of a fact as somebody would type them. */
export function valuesOf(content: FactContent, timeZone: string): Values {
  if (content.kind === 'laboratory') return printedValues(content, timeZone)
  if (isSafetyContent(content)) return safetyValuesOf(content, timeZone)
  const fields = Object.entries(content).filter(([name]) => name !== 'kind')
  return Object.fromEntries(
    fields.map(([name, value]) => {
      if (isRowList(name)) return [name, typedRows(value, cell => typedTime(cell, timeZone))]
      return [name, TIMES.has(name) ? typedTime(String(value), timeZone) : typed(value)]
    }),
  )
}

function typed(value: unknown): string {
  return Array.isArray(value) ? value.join(' ') : String(value)
}

function printedValues(
  { on, loinc, value, comparator, unit, range, control, ...rest }: FactContent & { kind: 'laboratory' },
  timeZone: string,
): Values {
  return {
    on: typedTime(on, timeZone),
    loinc,
    value: `${comparator ?? ''}${value}`,
    unit: unitText(unit) === '' ? '' : unit,
    low: range?.low ?? '',
    high: range?.high ?? '',
    control: control ?? '',
    laboratory: rest.laboratory ?? '',
    specimenCondition: rest.specimenCondition ?? '',
  }
}

/** What the fields say, for `FactContent` to check: empty fields are absent, what cannot be read stays as typed. */
export function contentOfValues(kind: AnyKind, values: Values, timeZone: string): Record<string, unknown> {
  if (kind === 'laboratory') return contentOfPrinted(printedOf(values), timeZone)
  if (isSafetyKind(kind)) return safetyContentOf(kind, values, timeZone)
  const filled = Object.entries(values).filter(([name, value]) => value.trim() !== '' && !BESIDE.has(name))
  const numbers = kind === 'negative_finding' || kind === 'not_known' ? noNumbers : numbersOf(kind)
  const dayOnly = kind === 'negative_finding' || kind === 'not_known'
  const read = filled.map(([name, value]): [string, unknown] => {
    if (isRowList(name)) return [name, rowsOfList(name, value, cell => timeOf(cell, timeZone))]
    if (LISTS.has(name)) return [name, value.split(' ')]
    if (TIMES.has(name)) return [name, timeOf(value, dayOnly ? undefined : timeZone)]
    return [name, numbers(name, value)]
  })
  return { kind, ...Object.fromEntries(read.filter(([, value]) => !isEmptyList(value))) }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** The fields of a laboratory value, every one a text. */
function printedOf(values: Values): PrintedResult {
  const text = (name: string) => values[name] ?? ''
  return {
    ...{ on: text('on'), loinc: text('loinc'), value: text('value'), unit: text('unit') },
    ...{ low: text('low'), high: text('high'), control: text('control'), laboratory: text('laboratory') },
    specimenCondition: text('specimenCondition'),
  }
}

const noNumbers = (_name: string, value: string): unknown => value.trim()

function numbersOf(kind: FactKind) {
  const types = new Map(fieldsOf(kind).map(({ name, type }) => [name, type.as]))
  return (name: string, value: string): unknown => {
    if (types.get(name) === 'number') return plainDecimal(value)
    if (types.get(name) === 'integer') return /^\d{1,9}$/.test(value.trim()) ? Number(value) : value.trim()
    return value.trim()
  }
}

/** Temperatures and scores may be below zero. */
function plainDecimal(text: string): string {
  const [, sign = '', rest = ''] = /^\s*([-−]?)(.*)$/s.exec(text) ?? []
  return `${sign === '' ? '' : '-'}${plainNumber(rest)}`
}
