import { describe, expect, it } from 'vitest'
import { loincOf, ucumOf } from './printed-unit.ts'

describe('a printed unit', () => {
  it.each([
    ['μmol/l', 'bilirubin_total', 'umol/L'],
    ['mg/dl', 'bilirubin_total', 'mg/dL'],
    ['10^9/L', 'platelets', '10*9/L'],
    ['×10⁹/L', 'platelets', '10*9/L'],
    ['IU/ml', 'hbv_dna', '[IU]/mL'],
    ['IU/L', 'alanine_aminotransferase', '[IU]/L'],
    ['秒', 'prothrombin_time', 's'],
    ['copies/mL', 'hbv_dna', 'copies/mL'],
  ] as const)('%s of %s is %s', (printed, analyte, ucum) => expect(ucumOf(printed, analyte)).toBe(ucum))

  it('decides between the codes of one analyte', () => {
    expect(loincOf('creatinine', 'mg/dL')).toBe('2160-0')
    expect(loincOf('creatinine', 'umol/L')).toBe('14682-9')
    expect(loincOf('inr', '{INR}')).toBe('6301-6')
  })
})
