import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Analyte, analytes } from './analytes.ts'
import { Decimal } from './decimal.ts'
import { conversionSource, convert, unitsOf } from './units.ts'

const converted = (value: string, analyte: Analyte, from: string, to: string) =>
  convert(new Decimal(value), analyte, from, to)?.toString()

describe('conversion', () => {
  it.each([
    ['2', 'bilirubin_total', 'mg/dL', 'umol/L', '34.2'],
    ['34.2', 'bilirubin_total', 'umol/L', 'mg/dL', '2'],
    ['3.5', 'albumin', 'g/dL', 'g/L', '35'],
    ['1.0', 'creatinine', 'mg/dL', 'umol/L', '88.4'],
    ['0.5', 'alanine_aminotransferase', 'ukat/L', 'U/L', '30'],
    ['140', 'sodium', 'meq/L', 'mmol/L', '140'],
    ['85', 'platelets', '10*3/uL', '10*9/L', '85'],
    ['2', 'hbv_dna', 'k[IU]/mL', '[IU]/mL', '2000'],
  ] as const)('%s of %s in %s is in %s %s', (value, analyte, from, to, expected) => {
    expect(converted(value, analyte, from, to)).toBe(expected)
  })

  it('is refused where no factor is known', () => {
    expect(converted('5', 'hbv_dna', '{copies}/mL', '[IU]/mL')).toBeUndefined()
    expect(converted('5', 'albumin', 'mmol/L', 'g/L')).toBeUndefined()
  })

  const pairs = Analyte.options.flatMap(analyte =>
    unitsOf(analyte).flatMap(from => unitsOf(analyte).map(to => [analyte, from, to] as const)),
  )

  it('is reversible for every pair of units, to more digits than any report prints', () => {
    const printed = fc.tuple(fc.nat({ max: 999_999 }), fc.integer({ min: 0, max: 6 }))
    fc.assert(
      fc.property(fc.constantFrom(...pairs), printed, ([analyte, from, to], [digits, places]) => {
        const value = new Decimal(digits).dividedBy(new Decimal(10).pow(places))
        const there = convert(value, analyte, from, to)
        const back = there && convert(there, analyte, to, from)
        expect(back?.toSignificantDigits(40).toString()).toBe(value.toString())
      }),
    )
  })

  it('keeps the order of values, however close', () => {
    const near = new Decimal('17.100000000001')
    expect(convert(near, 'bilirubin_total', 'umol/L', 'mg/dL')?.gt(1)).toBe(true)
    const wide = new Decimal('171000000000000.000000000001')
    expect(convert(wide, 'bilirubin_total', 'umol/L', 'mg/dL')?.gt('10000000000000')).toBe(true)
  })

  it('starts each list with a unit that is the analyte’s own, and names a source for every unit', () => {
    for (const analyte of Analyte.options) {
      expect(unitsOf(analyte)[0]).toBe(analytes[analyte].unit)
      for (const unit of unitsOf(analyte)) expect(conversionSource(analyte, unit)).toMatch(/\w/)
    }
    expect(conversionSource('albumin', 'mmol/L')).toBeUndefined()
  })
})
