import { describe, expect, it } from 'vitest'
import { LONG, type MappedColumns, mappingOf, readRows, TESTS } from '#test/support/mapped-table.ts'

const long = (more: MappedColumns, cells: readonly string[]) => {
  const columns = [...LONG, ...more]
  return readRows(mappingOf(columns, TESTS), columns, [cells])[0]
}
const refusalOf = (row: unknown) => (row as { refusal?: unknown }).refusal

describe('a row with one result', () => {
  it('is kept as printed, with when, whose and where', () => {
    expect(long([], ['S-1', '2026-11-14 08:30', 'ALT', '<38.50', 'U/L'])).toEqual({
      row: 2,
      column: null,
      patient: { by: 'screening_number', value: 'S-1' },
      content: {
        kind: 'laboratory',
        on: '2026-11-14T08:30:00+08:00',
        loinc: '1742-6',
        value: '38.50',
        comparator: '<',
        unit: 'U/L',
        laboratory: '检验科',
      },
    })
  })

  it.each([
    ['9-50', { low: '9', high: '50' }],
    ['<34.20', { high: '34.20' }],
    ['（９～５０）', { low: '9', high: '50' }],
    ['--', undefined],
  ])('has the range %s', (printed, range) => {
    const row = long([['Range', { as: 'range' }]], ['S-1', '2026-11-14', 'ALT', '38', 'U/L', printed])
    expect(row).toMatchObject({ content: { value: '38' } })
    expect((row as { content: { range?: unknown } }).content.range).toEqual(range)
  })

  it('has its limits in two columns', () => {
    const columns: MappedColumns = [
      ['Low', { as: 'range_low' }],
      ['High', { as: 'range_high' }],
    ]
    const cells = ['S-1', '2026-11-14', 'ALT', '38', 'U/L']
    expect(long(columns, [...cells, '9', '50'])).toMatchObject({
      content: { range: { low: '9', high: '50' } },
    })
    expect(long(columns, [...cells, '', '50'])).toMatchObject({ content: { range: { high: '50' } } })
    expect(refusalOf(long(columns, [...cells, '50', '9']))).toEqual({
      code: 'unreadable_range',
      column: 'Low',
      value: '50 – 9',
    })
  })

  it('has its comparator in a column of its own, which must not contradict the value', () => {
    const columns: MappedColumns = [['Sign', { as: 'comparator' }]]
    const cells = ['S-1', '2026-11-14', 'ALT']
    expect(long(columns, [...cells, '38', 'U/L', '＜'])).toMatchObject({ content: { comparator: '<' } })
    expect(long(columns, [...cells, '<38', 'U/L', ''])).toMatchObject({ content: { comparator: '<' } })
    expect(refusalOf(long(columns, [...cells, '>38', 'U/L', '<']))).toMatchObject({ column: 'Sign' })
  })

  it('says that a control value is not printed only where no column is for it', () => {
    const cells = ['S-1', '2026-11-14', 'PT', '13.6', '秒']
    const columns: MappedColumns = [['Control', { as: 'control' }]]
    expect(long([], cells)).toMatchObject({ content: { control: 'not_printed' } })
    expect(long(columns, [...cells, '12.5'])).toMatchObject({ content: { control: '12.5' } })
    const missing = { code: 'no_value', column: 'Control', value: null }
    expect(refusalOf(long(columns, [...cells, '']))).toEqual(missing)
    expect(refusalOf(long(columns, [...cells, '0']))).toMatchObject({ code: 'unreadable_value' })
  })

  it('says what the laboratory says of the specimen, and never takes unknown words for sound', () => {
    const columns: MappedColumns = [['State', { as: 'specimen_condition' }]]
    const cells = ['S-1', '2026-11-14', 'ALT', '38', 'U/L']
    expect(long(columns, [...cells, '轻度溶血'])).toMatchObject({
      content: { specimenCondition: 'haemolysed' },
    })
    expect(long(columns, [...cells, '正常'])).not.toHaveProperty('content.specimenCondition')
    expect(refusalOf(long(columns, [...cells, '量少']))).toMatchObject({ code: 'unreadable_field' })
  })

  it.each([
    ['血清', true],
    ['全血', true],
    ['Plasma', true],
    ['', true],
    ['尿液', false],
    ['腹水', false],
    ['脑脊液', false],
    ['其他', false],
  ])('of %j is taken: %s', (specimen, isTaken) => {
    const cells = ['S-1', '2026-11-14', 'ALT', '38', 'U/L', specimen]
    const row = long([['Specimen', { as: 'specimen' }]], cells)
    expect(refusalOf(row)).toEqual(
      isTaken ? undefined : { code: 'other_specimen', column: 'Specimen', value: specimen },
    )
  })

  it('has the unit that the mapping gives its test where it prints none', () => {
    expect(long([], ['S-1', '2026-11-14', 'PT', '13.6', ''])).toMatchObject({ content: { unit: 's' } })
  })

  it('is left out where the mapping leaves its test out, whatever else is wrong with it', () => {
    expect(long([], ['', '', 'HbA1c', '5.4', '%'])).toEqual({ row: 2, column: null, ignored: true })
  })

  it('is nothing where it is blank', () => {
    expect(long([], ['', ' ', '', '', ''])).toBeUndefined()
    expect(long([], [''])).toBeUndefined()
  })

  it.each([
    [['', '2026-11-14', 'ALT', '38', 'U/L'], 'no_patient', 'No', null],
    [['S-1', '', 'ALT', '38', 'U/L'], 'no_date', 'Date', null],
    [['S-1', '14.11.2026', 'ALT', '38', 'U/L'], 'unreadable_date', 'Date', '14.11.2026'],
    [['S-1', '2026-11-31', 'ALT', '38', 'U/L'], 'unreadable_date', 'Date', '2026-11-31'],
    [['S-1', '2026-11-14', '', '38', 'U/L'], 'no_test', 'Test', null],
    [['S-1', '2026-11-14', 'GPT', '38', 'U/L'], 'unknown_test', 'Test', 'GPT'],
    [['S-1', '2026-11-14', 'ALT', '', 'U/L'], 'no_value', 'Result', null],
    [['S-1', '2026-11-14', 'ALT', '溶血，未测', 'U/L'], 'unreadable_value', 'Result', '溶血，未测'],
    [['S-1', '2026-11-14', 'ALT', '1,234', 'U/L'], 'unreadable_value', 'Result', '1,234'],
    [['S-1', '2026-11-14', 'ALT', '38', ''], 'no_unit', 'Unit', null],
    [['S-1', '2026-11-14', 'ALT', '38', 'IU/L'], 'unknown_unit', 'Unit', 'IU/L'],
    [['S-1', '2026-11-14', 'ALT', '38', 'mg/dl'], 'unit_of_other_quantity', 'Unit', 'mg/dL'],
    [['S-1', '2026-11-14', 'ALT', '38'], 'too_few_columns', null, 'S-1 2026-11-14 ALT 38'],
    [['S-1', '2026-11-14', 'ALT', '38', 'U/L', 'x'], 'too_many_columns', null, 'x'],
  ])('%j is refused: %s', (cells, code, column, value) => {
    expect(refusalOf(long([], cells))).toEqual({ code, column, value })
  })

  it('may have blank cells beyond the last column', () => {
    expect(long([], ['S-1', '2026-11-14', 'ALT', '38', 'U/L', '', ''])).toHaveProperty('content')
  })

  it('shows no more of a cell than is needed to find it', () => {
    const row = long([], ['S-1', '2026-11-14', 'ALT', '验'.repeat(5000), 'U/L'])
    expect(refusalOf(row)).toMatchObject({ value: '验'.repeat(100) })
  })

  it('is told by its code where it has one, else by its name', () => {
    const columns: MappedColumns = [['Code', { as: 'test_code' }]]
    expect(long(columns, ['S-1', '2026-11-14', 'glucose', '38', 'U/L', 'ALT'])).toHaveProperty('content')
    expect(long(columns, ['S-1', '2026-11-14', 'ALT', '38', 'U/L', ''])).toHaveProperty('content')
    expect(refusalOf(long(columns, ['S-1', '2026-11-14', 'ALT', '38', 'U/L', 'X1']))).toEqual({
      code: 'unknown_test',
      column: 'Code',
      value: 'X1',
    })
  })

  it('keeps a result that Lobule does not interpret, in whatever unit the mapping says', () => {
    expect(long([], ['S-1', '2026-11-14', 'Urea', '5.2', 'mg/dl'])).toMatchObject({
      content: { loinc: '3094-0', unit: 'mg/dL' },
    })
  })
})

describe('a row with a column for each test', () => {
  const columns: MappedColumns = [
    ['受试者', { as: 'patient' }],
    ['日期', { as: 'date' }],
    ['时间', { as: 'time' }],
    ['ALT', { as: 'analyte', loinc: '1742-6', unit: 'U/L' }],
    ['ALT', { as: 'analyte', loinc: '1742-6', unit: 'ukat/L' }],
    ['PT', { as: 'analyte', loinc: '5902-2', unit: 's' }],
    ['PT对照', { as: 'control' }],
  ]
  const read = (...cells: string[]) => readRows(mappingOf(columns), columns, [cells])

  it('says each result with its column, and nothing of a blank cell', () => {
    const rows = read('S-1', '2026-11-14', '08:30', '38', '', '13.6', '12.5')
    expect(rows).toMatchObject([
      { column: 'ALT', content: { loinc: '1742-6', value: '38', on: '2026-11-14T08:30:00+08:00' } },
      { column: 'PT', content: { value: '13.6', control: '12.5' } },
    ])
    expect(rows).toHaveLength(2)
  })

  it('tells columns of one name apart', () => {
    expect(read('S-1', '2026-11-14', '', '', '0.63', '-', '')).toMatchObject([
      { column: 'ALT (2)', content: { unit: 'ukat/L' } },
    ])
  })

  it('refuses one result and takes the others', () => {
    expect(read('S-1', '2026-11-14', '', '38', 'x', '', '')).toMatchObject([
      { content: { value: '38' } },
      { column: 'ALT (2)', refusal: { code: 'unreadable_value', column: 'ALT (2)' } },
    ])
  })

  it('is refused as a whole where it has no result, no patient or no time', () => {
    expect(read('S-1', '2026-11-14', '', '', '', '', '')).toMatchObject([{ refusal: { code: 'no_value' } }])
    expect(read('', '2026-11-14', '', '38', '', '', '')).toMatchObject([{ refusal: { code: 'no_patient' } }])
    expect(read('S-1', '2026-11-14', 'noon', '38', '1', '', '')).toEqual([
      { row: 2, column: null, refusal: { code: 'unreadable_date', column: '时间', value: 'noon' } },
    ])
  })
})

describe('a row with an examination', () => {
  const doppler: MappedColumns = [
    ['Subject', { as: 'patient' }],
    ['Date', { as: 'date' }],
    ['Method', { as: 'field', field: 'modality' }],
    ['Diameter (cm)', { as: 'field', field: 'diameterMm', factor: '10' }],
    ['Vmean', { as: 'field', field: 'meanVelocityCmPerS' }],
    ['Fasting', { as: 'field', field: 'fasting' }],
    ['Examiner', { as: 'field', field: 'examiner' }],
  ]
  const portal = mappingOf(doppler, { about: 'portal_vein', decimal: ',' })
  const read = (...cells: string[]) => readRows(portal, doppler, [cells])[0]

  it('is an examination of the portal vein, in the units of the record', () => {
    expect(read('S-1', '2026-11-14', '彩超', '1,29', '13,4', '空腹', '王医师')).toMatchObject({
      content: {
        kind: 'portal_vein',
        on: '2026-11-14',
        modality: 'ultrasound',
        diameterMm: '12.9',
        meanVelocityCmPerS: '13.4',
        fasting: 'yes',
        examiner: '王医师',
      },
    })
  })

  it.each([
    [['S-1', '2026-11-14', '彩超', '', '', '', ''], 'no_value', null],
    [['S-1', '2026-11-14', '', '1,29', '', '', ''], 'unreadable_field', 'Method'],
    [['S-1', '2026-11-14', 'X-ray', '1,29', '', '', ''], 'unreadable_field', 'Method'],
    [['S-1', '2026-11-14', '彩超', '<1,29', '', '', ''], 'unreadable_field', 'Diameter (cm)'],
    [['S-1', '2026-11-14', '彩超', '1,29', 'fast', '', ''], 'unreadable_field', 'Vmean'],
    [['S-1', '2026-11-14', '彩超', '1,29', '', 'maybe', ''], 'unreadable_field', 'Fasting'],
    [['S-1', '2026-11-14', '彩超', '1,29', '', '', 'x'.repeat(201)], 'unreadable_field', 'Examiner'],
  ])('%j is refused: %s', (cells, code, column) => {
    expect(refusalOf(read(...cells))).toMatchObject({ code, column })
  })

  it('has what a person fixed for all rows', () => {
    const columns = doppler.filter(([name]) => name !== 'Method')
    const fixed = [{ field: 'modality', value: '超声' }]
    const mapping = mappingOf(columns, { about: 'portal_vein', decimal: ',', fixed })
    const [row] = readRows(mapping, columns, [['S-1', '2026-11-14', '1,29', '', '', '']])
    expect(row).toMatchObject({ content: { modality: 'ultrasound' } })
  })

  it('is one of stiffness only with a value in kPa', () => {
    const columns: MappedColumns = [
      ['Subject', { as: 'patient' }],
      ['Date', { as: 'date' }],
      ['LSM', { as: 'field', field: 'kPa' }],
      ['IQR/M %', { as: 'field', field: 'iqrToMedian', factor: '0.01' }],
    ]
    const mapping = mappingOf(columns, { about: 'liver_stiffness' })
    const cells = ['S-1', '2026-11-14']
    expect(readRows(mapping, columns, [[...cells, '21.3', '12']])).toMatchObject([
      { content: { kind: 'liver_stiffness', kPa: '21.3', iqrToMedian: '0.12' } },
    ])
    expect(readRows(mapping, columns, [[...cells, '', '12']])).toMatchObject([
      { refusal: { code: 'no_value', column: 'LSM' } },
    ])
  })
})
