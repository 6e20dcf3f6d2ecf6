import { analyteOfLoinc } from '#shared/core/analytes.ts'
import { unitsOf } from '#shared/core/units.ts'

/** What is wrong with a unit and which to write instead, or undefined for a valid UCUM unit. */
export async function checkUnit(unit: string): Promise<string | undefined> {
  // Loaded at the first unit that needs it: a store opens without it.
  const { UcumLhcUtils } = await import('@lhncbc/ucum-lhc')
  const checked = UcumLhcUtils.getInstance().validateUnitString(unit, true)
  if (checked.status === 'valid') return undefined
  const wanted = checked.ucumCode === null ? suggested(checked.suggestions) : [checked.ucumCode]
  if (wanted.length === 0)
    return `${unit} is not a UCUM unit; write it in UCUM, such as mmol/L, 10*9/L or [IU]/L`
  return `${unit} is not a UCUM unit; write ${wanted.join(' or ')}`
}

/**
 * What is wrong with the unit of a laboratory value: of an analyte that Lobule knows only units that it converts are
 * accepted, of any other LOINC code every UCUM unit.
 */
export async function checkLaboratoryUnit(loinc: string, unit: string): Promise<string | undefined> {
  const analyte = analyteOfLoinc(loinc)
  if (analyte === undefined) return checkUnit(unit)
  const accepted = unitsOf(analyte)
  if (accepted.includes(unit)) return undefined
  return `${unit} is not a unit of ${analyte} (${loinc}) that Lobule converts; use ${accepted.join(' or ')}`
}

function suggested(suggestions: { units: (string | null)[][] }[] = []): string[] {
  return suggestions.flatMap(({ units }) => units.flatMap(([code]) => code ?? [])).slice(0, 3)
}
