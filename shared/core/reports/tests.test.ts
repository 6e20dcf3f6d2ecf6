import { describe, expect, it } from 'vitest'
import { findTest, isElsewhere, searchTests } from './tests.ts'

describe('the name of a test', () => {
  it.each([
    ['ALT', 'alanine_aminotransferase'],
    ['gpt', 'alanine_aminotransferase'],
    ['谷丙', 'alanine_aminotransferase'],
    ['丙氨酸氨基转移酶（ALT）', 'alanine_aminotransferase'],
    ['*天门冬氨酸氨基转移酶(AST)', 'aspartate_aminotransferase'],
    ['T-BIL', 'bilirubin_total'],
    ['1975-2', 'bilirubin_total'],
    ['HBV-DNA', 'hbv_dna'],
    ['γ-谷氨酰基转移酶', 'gamma_glutamyl_transferase'],
    ['PT%', 'prothrombin_activity'],
  ])('%s', (name, analyte) => expect(findTest(name)).toEqual({ analyte }))

  it('keeps a code that Lobule does not interpret, and guesses nothing', () => {
    expect(findTest('2160-1')).toBeUndefined()
    expect(findTest('3094-0')).toEqual({ loinc: '3094-0' })
    expect(findTest('AL')).toBeUndefined()
  })

  it.each(['PT(%)', 'PT（活动度）', '凝血酶原时间(PT%)'])('%s is no time', name =>
    expect(findTest(name)).not.toEqual({ analyte: 'prothrombin_time' }),
  )

  it.each(['PT(INR比值)', 'PT(ALT)', 'PT 比值', 'NEUT(%)', '白细胞(尿)', '尿肌酐(Cr)', 'Hemoglobin A1c'])(
    '%s is none that is known',
    name => expect(findTest(name)).toBeUndefined(),
  )

  it.each([
    ['尿肌酐', true],
    ['肌酐（尿）', true],
    ['尿液尿酸', true],
    ['尿素', false],
    ['血尿酸', false],
  ])('%s is of another specimen than blood: %s', (name, elsewhere) =>
    expect(isElsewhere(name)).toBe(elsewhere),
  )

  it('may have its unit in brackets', () => {
    expect(findTest('ALT(U/L)')).toEqual({ analyte: 'alanine_aminotransferase' })
    expect(findTest('PT(s)')).toEqual({ analyte: 'prothrombin_time' })
  })

  it('is found by the whole name first, then by its beginning', () => {
    expect(searchTests('al').slice(0, 2)).toEqual(['alanine_aminotransferase', 'albumin'])
    expect(searchTests('PT').slice(0, 2)).toEqual(['prothrombin_time', 'prothrombin_activity'])
    expect(searchTests('胆红素')).toEqual(['bilirubin_total', 'bilirubin_direct'])
  })
})
