import { z } from 'zod'
import type { Laboratory, LaboratoryTest } from '#shared/api/laboratories.ts'
import { type Analyte, analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import { loincOf, onlyUnitOf, tidyUnit, ucumOf } from '#shared/core/reports/printed-unit.ts'
import { findTest, type TestName, USUAL_TESTS } from '#shared/core/reports/tests.ts'
import { unitText } from '../../../i18n/format.ts'
import { contentOfPrinted } from '../printed-result.ts'
import type { PastedRow } from './paste.ts'

/** One line of the report as typed. */
export const Row = z.strictObject({
  key: z.int(),
  name: z.string(),
  /** The code of the test; empty until the name is that of one. */
  loinc: z.string(),
  value: z.string(),
  unit: z.string(),
  low: z.string(),
  high: z.string(),
  control: z.string(),
})
export type Row = z.infer<typeof Row>

/** What is typed of a whole report: what the draft keeps. */
export const Report = z.strictObject({
  laboratory: z.string(),
  on: z.string(),
  reference: z.string(),
  rows: z.array(Row),
})
export type Report = z.infer<typeof Report>

export const EMPTY_REPORT: Report = { laboratory: '', on: '', reference: '', rows: withBlank([]) }

type Known = Laboratory | undefined

/** There is always one empty row to go on in. */
function withBlank(rows: readonly Row[]): Row[] {
  const last = rows.at(-1)
  if (last !== undefined && isBlank(last)) return [...rows]
  const key = Math.max(0, ...rows.map(row => row.key)) + 1
  return [...rows, { key, name: '', loinc: '', value: '', unit: '', low: '', high: '', control: '' }]
}

export function isBlank({ key: _key, ...fields }: Row): boolean {
  return Object.values(fields).every(text => text.trim() === '')
}

/** The unit and range that a laboratory prints with a test; where it has several, the one in the unit of the row. */
export function rememberedFor(
  laboratory: Known,
  { loinc, unit }: Pick<Row, 'loinc' | 'unit'>,
): LaboratoryTest | undefined {
  const tests = testsOf(laboratory, loinc)
  return tests.find(test => test.unit === ucumOf(unit, analyteOfLoinc(loinc))) ?? tests[0]
}

function testsOf(laboratory: Known, loinc: string): readonly LaboratoryTest[] {
  if (loinc === '') return []
  const analyte = analyteOfLoinc(loinc)
  return (laboratory?.tests ?? []).filter(test =>
    analyte === undefined ? test.loinc === loinc : analyteOfLoinc(test.loinc) === analyte,
  )
}

/** A range belongs to its unit: what the laboratory prints in another one must not stand beside this value. */
function withFittingRange(row: Row, laboratory: Known): Row {
  const unit = ucumOf(row.unit, analyteOfLoinc(row.loinc))
  const tests = testsOf(laboratory, row.loinc)
  const isOfOther = tests.some(test => test.unit !== unit && hasRangeOf(row, test))
  if (!isOfOther && (row.low !== '' || row.high !== '')) return row
  const { low = '', high = '' } = tests.find(test => test.unit === unit)?.range ?? {}
  return { ...row, low, high }
}

function hasRangeOf({ low, high }: Row, { range }: LaboratoryTest): boolean {
  return range !== undefined && low === (range.low ?? '') && high === (range.high ?? '')
}

/** A row that is about a test now: with the laboratory's unit and range, marked as such by the grid. */
function aboutTest(row: Row, test: TestName, laboratory: Known): Row {
  const loinc = 'analyte' in test ? analytes[test.analyte].loinc[0] : test.loinc
  const name = 'analyte' in test ? analytes[test.analyte].abbreviation : test.loinc
  if (row.loinc === loinc) return { ...row, name }
  return withRemembered({ ...row, name, loinc, control: '' }, rememberedFor(laboratory, { loinc, unit: '' }))
}

function withRemembered(row: Row, test: LaboratoryTest | undefined): Row {
  const analyte = analyteOfLoinc(row.loinc)
  const unit = test ? unitText(test.unit) : analyte ? onlyUnitOf(analyte) : ''
  return { ...row, unit, low: test?.range?.low ?? '', high: test?.range?.high ?? '' }
}

/** What happens to a report while it is typed. */
export type ReportChange =
  | { readonly do: 'head'; readonly change: Partial<Omit<Report, 'rows'>> }
  /** `before` is the laboratory that was chosen so far. */
  | {
      readonly do: 'laboratory'
      readonly name: string
      readonly laboratory: Known
      readonly before: Known
    }
  | { readonly do: 'cell'; readonly key: number; readonly change: Partial<Row>; readonly laboratory: Known }
  | { readonly do: 'test'; readonly key: number; readonly test: TestName; readonly laboratory: Known }
  /** A name was left: it is looked up. */
  | { readonly do: 'name'; readonly key: number; readonly laboratory: Known }
  /** A unit was left: it is shown in the usual form. */
  | { readonly do: 'unit'; readonly key: number }
  | { readonly do: 'remove'; readonly key: number }
  | { readonly do: 'usual'; readonly laboratory: Known }
  | { readonly do: 'paste'; readonly pasted: readonly PastedRow[]; readonly laboratory: Known }
  | { readonly do: 'replace'; readonly report: Report }

export function changeReport(report: Report, change: ReportChange): Report {
  if (change.do === 'replace') return change.report
  if (change.do === 'head') return { ...report, ...change.change }
  if (change.do === 'laboratory') return changeLaboratory(report, change)
  return { ...report, rows: withBlank(changeRows(report.rows, change)) }
}

function changeRows(
  rows: readonly Row[],
  change: Exclude<ReportChange, { do: 'replace' | 'head' | 'laboratory' }>,
): readonly Row[] {
  switch (change.do) {
    case 'cell':
      return rows.map(row => (row.key === change.key ? retyped(row, change.change, change.laboratory) : row))
    case 'test':
      return rows.map(row => (row.key === change.key ? aboutTest(row, change.test, change.laboratory) : row))
    case 'name':
      return rows.map(row => (row.key === change.key ? named(row, change.laboratory) : row))
    case 'unit':
      return rows.map(row =>
        row.key === change.key ? { ...row, unit: tidyUnit(row.unit, analyteOfLoinc(row.loinc)) } : row,
      )
    case 'remove':
      return rows.filter(({ key }) => key !== change.key)
    case 'usual':
      return USUAL_TESTS.reduce<readonly Row[]>(
        (list, analyte) =>
          list.some(row => analyteOfLoinc(row.loinc) === analyte)
            ? list
            : addTest(list, { analyte }, change.laboratory),
        rows,
      )
    case 'paste':
      return change.pasted.reduce((list, pasted) => addPasted(list, pasted, change.laboratory), rows)
  }
}

function retyped(row: Row, change: Partial<Row>, laboratory: Known): Row {
  const next = { ...row, ...change }
  return next.unit === row.unit ? next : withFittingRange(next, laboratory)
}

/** A name that is none of a test keeps what was typed, so that it can be put right. */
function named(row: Row, laboratory: Known): Row {
  const test = findTest(row.name)
  if (test) return aboutTest(row, test, laboratory)
  return row.loinc === '' ? row : { ...row, loinc: '' }
}

function addTest(rows: readonly Row[], test: TestName, laboratory: Known): readonly Row[] {
  const filled = withBlank(rows)
  const blank = filled.at(-1)
  return blank === undefined ? rows : [...filled.slice(0, -1), aboutTest(blank, test, laboratory)]
}

/** A pasted line fills the row of its test where that has no value yet, else it gets one of its own. */
function addPasted(rows: readonly Row[], pasted: PastedRow, laboratory: Known): readonly Row[] {
  const loinc = 'analyte' in pasted.test ? analytes[pasted.test.analyte].loinc[0] : pasted.test.loinc
  const isFree = (row: Row) => row.loinc === loinc && row.value.trim() === ''
  const list = rows.some(isFree) ? rows : addTest(rows, pasted.test, laboratory)
  const target = list.find(isFree)
  const { unit, low, high, value } = pasted
  const filled = (row: Row): Row => {
    const next = { ...row, value, ...(unit && { unit }) }
    return low || high ? { ...next, low, high } : withFittingRange(next, laboratory)
  }
  return list.map(row => (row === target ? filled(row) : row))
}

/** Units and ranges that came from the laboratory before go with it, also beside a value; what was typed stays. */
function changeLaboratory(
  report: Report,
  { name, laboratory, before }: Extract<ReportChange, { do: 'laboratory' }>,
): Report {
  const isSame = before?.id === laboratory?.id
  const rows = report.rows.map(row => {
    if (row.loinc === '' || isSame) return row
    const old = rememberedFor(before, row)
    const isOfBefore = old !== undefined && old.unit === ucumOf(row.unit, analyteOfLoinc(row.loinc))
    if (isOfBefore && hasRangeOf(row, { ...old, range: old.range ?? {} })) {
      return withRemembered(row, rememberedFor(laboratory, { loinc: row.loinc, unit: '' }))
    }
    if (laboratory === undefined) return row
    const isTyped = row.value.trim() !== '' && row.unit !== ''
    if (isTyped) return withFittingRange(row, laboratory)
    return withRemembered(row, rememberedFor(laboratory, { loinc: row.loinc, unit: '' }))
  })
  return { ...report, laboratory: name, rows }
}

/** What a row says, for `FactContent` to check. Its code is the laboratory's, else the one that fits the unit. */
export function contentOfRow(
  row: Row,
  head: Pick<Report, 'on' | 'laboratory'>,
  laboratory: Known,
  timeZone: string,
): Record<string, unknown> {
  const { on, laboratory: name } = head
  return contentOfPrinted({ ...row, loinc: codeOf(row, laboratory), on, laboratory: name }, timeZone)
}

function codeOf(row: Row, laboratory: Known): string {
  const analyte: Analyte | undefined = analyteOfLoinc(row.loinc)
  if (analyte === undefined) return row.loinc
  const unit = ucumOf(row.unit, analyte)
  const known = rememberedFor(laboratory, row)
  return known?.unit === unit ? known.loinc : loincOf(analyte, unit)
}
