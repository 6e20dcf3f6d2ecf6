import { describe, expect, it } from 'vitest'
import { LONG, type MappedColumns, mappingOf, TESTS } from '#test/support/mapped-table.ts'
import { mappingProblems } from './mapping-problems.ts'

const names = (columns: MappedColumns) => columns.map(([name]) => name)
const problems = (columns: MappedColumns, changes: object = {}, table = names(columns)) =>
  mappingProblems(mappingOf(columns, changes), table).map(({ path, message }) => `${path}: ${message}`)

describe('a mapping', () => {
  it('that fits its table has no problem', () => {
    expect(problems(LONG, TESTS)).toEqual([])
  })

  it('names a column that the table does not have, and one that it says nothing of', () => {
    const table = ['No', 'Date', 'Test', 'Ergebnis', 'Unit', '']
    expect(problems(LONG, TESTS, table)).toEqual([
      'columns[3].column: the table has no column of this name',
      'columns: say what the column Ergebnis holds, or leave it out on purpose',
    ])
  })

  it('leaves a column out on purpose, and tells two of one name apart', () => {
    const columns: MappedColumns = [...LONG, ['Note', { as: 'ignored' }]]
    expect(problems(columns, TESTS)).toEqual([])
    expect(problems(columns, TESTS, [...names(columns), 'Note'])).toEqual([
      'columns: say what the column Note (2) holds, or leave it out on purpose',
    ])
  })

  it.each([
    ['No', 'columns: no column is said to hold the patient'],
    ['Date', 'columns: no column is said to hold the date of the specimen or examination'],
    ['Test', 'columns: no column is said to hold the name of the test'],
    ['Result', 'columns: no column is said to hold the value'],
  ])('says that it needs %s', (name, problem) => {
    expect(problems(LONG.filter(([column]) => column !== name))).toEqual([problem])
  })

  it('has one column for what a row has once', () => {
    const columns: MappedColumns = [...LONG, ['Other', { as: 'value' }]]
    expect(problems(columns)).toEqual(['columns: more than one column is said to hold the value'])
  })

  it('is of one form: a value for each row, or a column for each test', () => {
    const columns: MappedColumns = [...LONG, ['ALT', { as: 'analyte', loinc: '1742-6', unit: 'U/L' }]]
    expect(problems(columns)).toEqual([
      'columns[2].role: a table of this kind has no such column',
      'columns[3].role: a table of this kind has no such column',
      'columns[4].role: a table of this kind has no such column',
    ])
  })

  it('gives no test a unit of another quantity', () => {
    const tests = [{ printed: 'ALT', loinc: '1742-6', unit: 'g/L' }]
    expect(problems(LONG, { tests })).toEqual([
      'tests[0].unit: not a unit of this quantity; use U/L, [IU]/L, ukat/L',
    ])
    const wide: MappedColumns = [
      ...LONG.slice(0, 2),
      ['Na', { as: 'analyte', loinc: '2951-2', unit: 'mg/dL' }],
    ]
    expect(problems(wide)).toEqual(['columns[2].role.unit: not a unit of this quantity; use mmol/L, meq/L'])
  })

  it('says of a printed test or unit one thing', () => {
    const twice = { tests: [...TESTS.tests, ...TESTS.tests.slice(0, 1)] }
    expect(problems(LONG, twice)).toEqual(['tests[5].printed: used twice'])
  })

  it('names a zone that there is', () => {
    const dates = { format: 'YYYY-MM-DD', timeZone: 'Asia/Peking' }
    expect(problems(LONG, { dates })).toEqual(['dates.timeZone: an IANA time zone such as Asia/Shanghai'])
  })
})

describe('a mapping of examinations', () => {
  const columns: MappedColumns = [
    ['No', { as: 'patient' }],
    ['Date', { as: 'date' }],
    ['Diameter', { as: 'field', field: 'diameterMm' }],
  ]
  const about = 'portal_vein'
  const ultrasound = { field: 'modality', value: 'ultrasound' }

  it('says how the vein was seen, in a column or for all rows', () => {
    expect(problems(columns, { about })).toEqual([
      'columns: no column is said to hold how the vein was seen (ultrasound, CT, MR)',
    ])
    expect(problems(columns, { about, fixed: [ultrasound] })).toEqual([])
  })

  it('fixes nothing that the field cannot say, and no measured value', () => {
    const fixed = [
      { field: 'modality', value: 'X-ray' },
      { field: 'flowMlPerMin', value: '900' },
      { field: 'kPa', value: '9' },
    ]
    expect(problems(columns, { about, fixed })).toEqual([
      'fixed[0].value: is nothing that this column can say',
      'fixed[1].value: is nothing that this column can say',
      'fixed[2].field: a table of this kind has no such column',
    ])
  })

  it('has no column of another kind of table', () => {
    const others: MappedColumns = [
      ...columns,
      ['Unit', { as: 'unit' }],
      ['kPa', { as: 'field', field: 'kPa' }],
    ]
    expect(problems(others, { about, fixed: [ultrasound] })).toEqual([
      'columns[3].role: a table of this kind has no such column',
      'columns[4].role.field: a table of this kind has no such column',
    ])
    expect(problems(columns, { about: 'liver_stiffness' })).toEqual([
      'columns: no column is said to hold the stiffness in kPa',
      'columns[2].role.field: a table of this kind has no such column',
    ])
  })
})
