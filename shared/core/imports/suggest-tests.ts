import { Analyte } from '../analytes.ts'
import { loincOf, ucumOf } from '../reports/printed-unit.ts'
import { findTest, isElsewhere, type TestName } from '../reports/tests.ts'
import { unitsOf } from '../units.ts'
import type { MappedTest, Mapping } from './mapping.ts'
import { isBlank } from './read-value.ts'
import { unitWithoutPrint } from './suggest-columns.ts'
import type { PrintedTest } from './survey.ts'

/** The tests and units of a table that are known by name or code; the others are left for a person. */
export function suggestTests(printed: readonly PrintedTest[]): Pick<Mapping, 'tests' | 'units'> {
  const byText = new Map<string, PrintedTest[]>()
  for (const test of printed) {
    const text = isBlank(test.code) ? test.name : test.code
    if (!isBlank(text)) byText.set(text, [...(byText.get(text) ?? []), test])
  }
  const tests = [...byText].flatMap(([text, rows]) => suggestTest(text, rows) ?? [])
  return { tests: tests.slice(0, 2000), units: suggestUnits(printed).slice(0, 500) }
}

/** None where rows of one code have names of different tests. */
function suggestTest(text: string, rows: readonly PrintedTest[]): MappedTest | undefined {
  const [first, ...others] = rows.map(testOf)
  if (first === undefined || text.length > 200) return undefined
  if (others.some(other => JSON.stringify(other) !== JSON.stringify(first))) return undefined
  if (!('analyte' in first)) return { printed: text, loinc: first.loinc }
  const { analyte } = first
  const units = rows.map(({ unit }) => ucumOf(unit, analyte)).filter(unit => unitsOf(analyte).includes(unit))
  const unit = unitWithoutPrint(analyte)
  const isUnprinted = rows.some(row => isBlank(row.unit)) && unit !== ''
  return {
    printed: text,
    loinc: loincOf(analyte, units[0] ?? unit),
    ...(isUnprinted && { unit }),
  }
}

/** Code and name, where both are known, must be of one test; of another specimen than blood it is none. */
function testOf({ code, name }: PrintedTest): TestName | undefined {
  if (isElsewhere(name) || isElsewhere(code)) return undefined
  const [byCode, byName] = [findTest(code), findTest(name)]
  if (byCode === undefined || byName === undefined) return byCode ?? byName
  return JSON.stringify(byCode) === JSON.stringify(byName) ? byCode : undefined
}

/** A printed unit that stands for the same UCUM unit in every test that has it. */
function suggestUnits(printed: readonly PrintedTest[]): Mapping['units'] {
  const texts = [...new Set(printed.map(({ unit }) => unit))].filter(
    text => !isBlank(text) && text.length <= 60,
  )
  return texts.flatMap(text => {
    const own = printed.filter(({ unit }) => unit === text).flatMap(test => analyteOf(test) ?? [])
    const [ucum, ...others] = new Set(ucumUnits(text, own.length > 0 ? own : Analyte.options))
    return ucum === undefined || others.length > 0 ? [] : [{ printed: text, ucum }]
  })
}

function ucumUnits(text: string, among: readonly Analyte[]): string[] {
  return among.flatMap(analyte => {
    const ucum = ucumOf(text, analyte)
    return unitsOf(analyte).includes(ucum) ? [ucum] : []
  })
}

function analyteOf(test: PrintedTest): Analyte | undefined {
  const found = testOf(test)
  return found !== undefined && 'analyte' in found ? found.analyte : undefined
}
