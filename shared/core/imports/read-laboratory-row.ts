import type { Column, Columns } from './columns.ts'
import type { MappedTest, Mapping } from './mapping.ts'
import { type Result, resultReader } from './read-result.ts'
import { isBlank } from './read-value.ts'
import { isRefusal, refusal } from './refusal.ts'
import type { Refusal } from './row.ts'

/** A statement of a row before patient and time are added; `column` where a row holds several. */
export interface Said<C> {
  readonly column: string | null
  readonly said: C | Refusal | 'ignored'
}

/** Tables with one result in each row. */
export function longReader(
  mapping: Mapping,
  columns: Columns,
  laboratory: string | undefined,
): (cells: readonly string[]) => readonly Said<Result>[] {
  const value = columns.one('value')
  const testOf = testReader(mapping, columns)
  const unitOf = unitReader(mapping, columns)
  const resultOf = resultReader(columns, mapping.decimal, laboratory)
  const read = (cells: readonly string[]): Result | Refusal | 'ignored' => {
    const test = testOf(cells)
    if (isRefusal(test)) return test
    if (test.loinc === null) return 'ignored'
    if (value === undefined) return refusal('no_value', null, null)
    const unit = unitOf(cells, test.unit)
    if (typeof unit !== 'string') return unit
    return resultOf(cells, { loinc: test.loinc, unit, value, unitColumn: columns.one('unit') })
  }
  return cells => [{ column: null, said: read(cells) }]
}

/** By the code where there is one, else by the name, exactly as the mapping has it. */
function testReader(mapping: Mapping, columns: Columns): (cells: readonly string[]) => MappedTest | Refusal {
  const [code, name] = [columns.one('test_code'), columns.one('test_name')]
  const tests = new Map(mapping.tests.map(test => [test.printed, test]))
  return cells => {
    const { column, printed } = printedTest(cells, code, name)
    if (printed === '') return refusal('no_test', column?.name ?? null, null)
    return tests.get(printed) ?? refusal('unknown_test', column?.name ?? null, printed)
  }
}

/** The text by which a row names its test, and where it stands; '' where it names none. */
function printedTest(
  cells: readonly string[],
  code: Column | undefined,
  name: Column | undefined,
): { readonly column: Column | undefined; readonly printed: string } {
  const byCode = code === undefined ? '' : (cells[code.index] ?? '').trim()
  if (!isBlank(byCode)) return { column: code, printed: byCode }
  const byName = name === undefined ? '' : (cells[name.index] ?? '').trim()
  return { column: name ?? code, printed: isBlank(byName) ? '' : byName }
}

/** As printed and translated by the mapping; what the mapping says of the test where the row prints none. */
function unitReader(
  mapping: Mapping,
  columns: Columns,
): (cells: readonly string[], ofTest: string | undefined) => string | Refusal {
  const column = columns.one('unit')
  const units = new Map(mapping.units.map(({ printed, ucum }) => [printed, ucum]))
  return (cells, ofTest) => {
    const printed = column === undefined ? '' : (cells[column.index] ?? '').trim()
    if (isBlank(printed)) return ofTest ?? refusal('no_unit', column?.name ?? null, null)
    return units.get(printed) ?? refusal('unknown_unit', column?.name ?? null, printed)
  }
}

/** Tables with a column for each test; a blank cell says nothing, a row of blank ones is refused. */
export function wideReader(
  mapping: Mapping,
  columns: Columns,
  laboratory: string | undefined,
): (cells: readonly string[]) => readonly Said<Result>[] {
  const analytes = columns.every('analyte')
  const resultOf = resultReader(columns, mapping.decimal, laboratory)
  return cells => {
    const filled = analytes.filter(({ index }) => !isBlank(cells[index] ?? ''))
    if (filled.length === 0) return [{ column: null, said: refusal('no_value', null, null) }]
    return filled.map(column => {
      const { loinc, unit } = column.role
      return { column: column.name, said: resultOf(cells, { loinc, unit, value: column }) }
    })
  }
}
