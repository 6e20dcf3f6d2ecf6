import { describe, expect, it } from 'vitest'
import { readPasted } from './paste.ts'

const row = (line: string) => {
  const [read] = readPasted(line)
  return read && 'row' in read ? read.row : read
}
const alt = { test: { analyte: 'alanine_aminotransferase' }, value: '45', unit: '', low: '', high: '' }
const full = { ...alt, unit: 'U/L', low: '9', high: '50' }

describe('a pasted line', () => {
  it.each([
    ['ALT\t45', alt],
    ['谷丙转氨酶\t45\tU/L\t9-50', full],
    ['ALT;45;U/L;9 - 50', full],
    ['ALT, 45, U/L, 9–50', full],
    ['ALT  45 ↑  U/L  9~50', full],
    ['1\tALT\t丙氨酸氨基转移酶\t45\tH\tU/L\t9--50', full],
    ['丙氨酸氨基转移酶（ALT）\t45 U/L\t(9～50)', full],
    ['3 ALT 45', alt],
  ])('%j', (line, expected) => expect(row(line)).toEqual(expected))

  it('keeps comparators, decimal commas and exponents as printed', () => {
    expect(row('HBV DNA < 20 IU/mL')).toMatchObject({
      test: { analyte: 'hbv_dna' },
      value: '<20',
      unit: 'IU/mL',
    })
    expect(row('TBIL 34,2 µmol/L ≤21')).toMatchObject({ value: '34,2', unit: 'μmol/L', high: '21' })
    expect(row('HBV-DNA\t2.35E+03\tIU/mL')).toMatchObject({ value: '2.35E+03' })
  })

  it.each([
    'PT 比值 1.05',
    'PT control 12.0',
    'Hemoglobin A1c 6.5 %',
    'Neutrophils % 65',
    'Urine creatinine 8.8 mmol/L',
    '肌酐\t尿液\t8.8\tmmol/L',
    'ALT\tAST\t45',
  ])('takes %j for no test that it is not', line => expect(row(line)).toEqual({ line, problem: 'noTest' }))

  it('may have code and name, with or without columns', () => {
    expect(row('ALT 丙氨酸氨基转移酶 45')).toEqual(alt)
    expect(row('HBV DNA HBV-DNA <20 IU/mL')).toMatchObject({ test: { analyte: 'hbv_dna' } })
    expect(row('PT INR 1.2')).toMatchObject({ test: { analyte: 'inr' }, value: '1.2' })
  })

  it('never joins a footnote to a number', () => {
    expect(row('ALT 45¹ U/L')).toMatchObject({ problem: 'noValue' })
    expect(row('PLT 95 ×10⁹/L')).toMatchObject({ value: '95', unit: '×10^9/L' })
  })

  it('says why a line was not understood, and keeps it', () => {
    expect(readPasted('项目\t结果\t单位\n\nCA199\t27\nAlbumin\tpending')).toEqual([
      { line: '项目\t结果\t单位', problem: 'noValue' },
      { line: 'CA199\t27', problem: 'noTest' },
      { line: 'Albumin\tpending', problem: 'noValue' },
    ])
  })
})
