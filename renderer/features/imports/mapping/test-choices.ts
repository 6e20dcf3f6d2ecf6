import { Analyte, analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import { loincOf } from '#shared/core/reports/printed-unit.ts'
import type { Language } from '#shared/core/text.ts'
import { unitsOf } from '#shared/core/units.ts'
import { unitText } from '../../../i18n/format.ts'

interface TestChoice {
  readonly value: string
  readonly label: string
}

/** Every test that Lobule knows, by LOINC code; one that has a code for each of two units is offered twice. */
export function testChoices(language: Language): TestChoice[] {
  return Analyte.options.flatMap(analyte => {
    const { abbreviation, name } = analytes[analyte]
    const full = name[language]
    const words = full === abbreviation ? abbreviation : `${abbreviation} ${full}`
    const codes = codesOf(analyte)
    return codes.map(code => ({
      value: code,
      label: codes.length === 1 ? words : `${words} (${unitsOfTest(code).map(unitText).join(', ')})`,
    }))
  })
}

/** Units in which a test is reported, in UCUM; empty where Lobule does not know the test. */
export function unitsOfTest(loinc: string): readonly string[] {
  const analyte = analyteOfLoinc(loinc)
  if (analyte === undefined) return []
  const own = unitsOf(analyte).filter(unit => loincOf(analyte, unit) === loinc)
  return own.length > 0 ? own : unitsOf(analyte)
}

/** One for each kind of unit; codes that are kept for old reports only are not offered. */
function codesOf(analyte: Analyte): string[] {
  return [...new Set(unitsOf(analyte).map(unit => loincOf(analyte, unit)))]
}

/** Every UCUM unit that Lobule knows. */
export const ALL_UNITS: readonly string[] = [
  ...new Set(Analyte.options.flatMap(analyte => unitsOf(analyte))),
].sort()
