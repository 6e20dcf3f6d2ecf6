import { describe, expect, it } from 'vitest'
import { Analyte, analyteOfLoinc, analytes } from './analytes.ts'

describe('LOINC codes', () => {
  it.each([
    ['5902-2', 'prothrombin_time'],
    ['14631-6', 'bilirubin_total'],
    ['1975-2', 'bilirubin_total'],
    ['42595-9', 'hbv_dna'],
    ['1751-7', 'albumin'],
    ['5895-7', 'inr'],
  ])('%s is %s', (code, analyte) => {
    expect(analyteOfLoinc(code)).toBe(analyte)
  })

  it('of an analyte that Lobule does not interpret have none', () => {
    expect(analyteOfLoinc('2345-7')).toBeUndefined()
    expect(analyteOfLoinc('constructor')).toBeUndefined()
  })

  it('stand for one analyte each; the preferred ones carry their check digit, as some deprecated ones do not', () => {
    const codes = Analyte.options.flatMap(name => [...analytes[name].loinc])
    expect(new Set(codes).size).toBe(codes.length)
    const preferred = Analyte.options.map(name => analytes[name].loinc[0])
    expect(preferred.filter(code => !hasCheckDigit(code))).toEqual([])
  })
})

/** LOINC's mod-10 check digit (Luhn). */
function hasCheckDigit(code: string): boolean {
  const [number = '', digit] = code.split('-')
  const sum = [...number].reverse().reduce((total, figure, place) => {
    const doubled = Number(figure) * (place % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return String((10 - (sum % 10)) % 10) === digit
}
