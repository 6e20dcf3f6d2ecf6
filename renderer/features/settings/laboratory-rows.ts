import { z } from 'zod'
import type { Laboratory, LaboratoryTest } from '#shared/api/laboratories.ts'
import { type Analyte, analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import { Decimal, NonNegativeDecimalText } from '#shared/core/decimal.ts'
import { unitsOf } from '#shared/core/units.ts'

/** One test as it stands in the form; numbers are text, as printed. */
export const TestRow = z.strictObject({
  key: z.int(),
  /** Empty until an analyte is chosen. */
  loinc: z.string(),
  unit: z.string(),
  low: z.string(),
  high: z.string(),
})
export type TestRow = z.infer<typeof TestRow>

/** A laboratory as it stands in the form. */
export const LaboratoryDraft = z.strictObject({
  name: z.string(),
  usualControl: z.string(),
  rows: z.array(TestRow),
})
export type LaboratoryDraft = z.infer<typeof LaboratoryDraft>

export function draftOf(laboratory: Laboratory | undefined): LaboratoryDraft {
  return {
    name: laboratory?.name ?? '',
    usualControl: laboratory?.usualControl ?? '',
    rows: (laboratory?.tests ?? []).map(({ loinc, unit, range }, key) => ({
      ...{ key, loinc, unit },
      low: range?.low ?? '',
      high: range?.high ?? '',
    })),
  }
}

/** An empty row whose key no other has. */
export function emptyRow(rows: readonly TestRow[]): TestRow {
  const key = Math.max(-1, ...rows.map(row => row.key)) + 1
  return { key, loinc: '', unit: '', low: '', high: '' }
}

/** A row for another analyte: its only unit, or none until one is chosen. */
export function withAnalyte(row: TestRow, analyte: Analyte): TestRow {
  const units = unitsOf(analyte)
  return { ...row, loinc: analytes[analyte].loinc[0], unit: (units.length === 1 && units[0]) || '' }
}

/** The units to choose from; a code that Lobule does not interpret keeps the one it has. */
export function unitsFor({ loinc, unit }: TestRow): string[] {
  const analyte = analyteOfLoinc(loinc)
  const known = analyte ? unitsOf(analyte) : []
  return [...new Set([...known, ...(unit === '' ? [] : [unit])])]
}

/** What is wrong in a row. */
export type RowProblem = 'test' | 'unit' | 'low' | 'high' | 'order' | 'twice'

export function problemsOf(row: TestRow, rows: readonly TestRow[]): RowProblem[] {
  const problems: RowProblem[] = []
  if (row.loinc === '') problems.push('test')
  else if (row.unit === '') problems.push('unit')
  else if (rows.find(({ loinc, unit }) => loinc === row.loinc && unit === row.unit) !== row)
    problems.push('twice')
  if (!isNumber(row.low)) problems.push('low')
  if (!isNumber(row.high)) problems.push('high')
  const [low, high] = [plain(row.low), plain(row.high)]
  if (isNumber(low) && isNumber(high) && low !== '' && high !== '' && new Decimal(low).gt(high))
    problems.push('order')
  return problems
}

/** A number as a report prints it, or nothing. */
export function isNumber(text: string): boolean {
  return plain(text) === '' || NonNegativeDecimalText.safeParse(plain(text)).success
}

/** Digits of a Chinese keyboard count as digits. */
export function plain(text: string): string {
  return text.normalize('NFKC').trim()
}

/** The rows as the engine takes them; call when no row has a problem. */
export function testsOf(rows: readonly TestRow[]): LaboratoryTest[] {
  return rows.map(({ loinc, unit, ...limits }) => {
    const low = NonNegativeDecimalText.safeParse(plain(limits.low)).data
    const high = NonNegativeDecimalText.safeParse(plain(limits.high)).data
    const range = { ...(low ? { low } : {}), ...(high ? { high } : {}) }
    return { loinc, unit, ...(low || high ? { range } : {}) }
  })
}
