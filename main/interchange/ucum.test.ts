import { describe, expect, it } from 'vitest'
import { Analyte, analytes } from '#shared/core/analytes.ts'
import { unitsOf } from '#shared/core/units.ts'
import { checkLaboratoryUnit, checkUnit } from './ucum.ts'

describe('units at the boundary', () => {
  it.each(['10*9/L', 'umol/L', '{INR}', '%', '[IU]/mL', 'mm[Hg]'])('accepts %s', async unit => {
    expect(await checkUnit(unit)).toBeUndefined()
  })

  it.each([
    ['IU/L', '[IU]/L'],
    ['mmHg', 'mm[Hg]'],
    ['μmol/L', 'write it in UCUM'],
    ['foo', 'write it in UCUM'],
  ])('refuses %s and says what to write: %s', async (unit, fix) => {
    expect(await checkUnit(unit)).toContain(fix)
  })

  it.each(Analyte.options)('knows every unit that it converts for %s as UCUM', async analyte => {
    const problems = await Promise.all(unitsOf(analyte).map(checkUnit))
    expect(problems.filter(problem => problem !== undefined)).toEqual([])
  })

  it.each(Analyte.options)('accepts the units of %s under each of its codes', async analyte => {
    for (const loinc of analytes[analyte].loinc) {
      expect(await checkLaboratoryUnit(loinc, analytes[analyte].unit)).toBeUndefined()
    }
  })

  it('names the accepted units where a known analyte comes in another', async () => {
    expect(await checkLaboratoryUnit('1751-7', 'mmol/L')).toMatch(/albumin.*use g\/L or g\/dL/)
  })

  it('accepts any UCUM unit for a code that it does not interpret', async () => {
    expect(await checkLaboratoryUnit('2345-7', 'mmol/L')).toBeUndefined()
    expect(await checkLaboratoryUnit('2345-7', 'mmols')).toContain('not a UCUM unit')
  })
})
