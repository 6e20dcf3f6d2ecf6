import { describe, expect, it } from 'vitest'
import type { ColumnRole, TableAbout } from './mapping.ts'
import { mappingProblems } from './mapping-problems.ts'
import { suggestMapping, unknownIn } from './suggest-mapping.ts'
import { createSurvey } from './survey.ts'

function surveyOf(columns: readonly string[], rows: readonly string[], about: TableAbout = 'laboratory') {
  const survey = createSurvey(about, columns)
  for (const [index, row] of rows.entries()) survey.add({ row: index + 2, cells: row.split('|') })
  return survey
}
const suggest = (...of: Parameters<typeof surveyOf>) => suggestMapping(surveyOf(...of), {})
const rolesOf = (...of: Parameters<typeof surveyOf>) =>
  suggest(...of).mapping.columns.map(({ role }) => (role.as === 'field' ? role.field : role.as))

describe('columns', () => {
  it.each([
    [
      ['筛选号', '姓名', '采样时间', '项目代码', '项目名称', '结果', '提示', '单位', '参考区间'],
      'patient ignored date test_code test_name value ignored unit range',
    ],
    [
      ['住院号', '检验项目', '检测结果', '单位', '参考下限', '参考上限', '采集日期', '报告时间'],
      'patient test_name value unit range_low range_high date ignored',
    ],
    [
      ['Subject ID', 'Collection date', 'Test', 'Result', 'Units', 'Reference range', 'Comment'],
      'patient date test_name value unit range ignored',
    ],
    [
      ['筛选号', '采样时间', '标本类型', '标本状态', '项目', '结果'],
      'patient date specimen specimen_condition test_name value',
    ],
    [['MRN', 'Screening No.', 'Date', 'LOINC', 'Value', 'UOM'], 'ignored patient date test_code value unit'],
  ])('%j', (columns, roles) => expect(rolesOf(columns, []).join(' ')).toBe(roles))

  it('hold the site’s number before the hospital’s, and say which', () => {
    expect(suggest(['住院号', '结果', '项目'], []).mapping.patientBy).toBe('identifier')
    expect(suggest(['住院号', '筛选号', '结果', '项目'], []).mapping.patientBy).toBe('screening_number')
    expect(suggest(['姓名', '结果', '项目'], []).undecided).toContain('patientBy')
  })

  it('hold dates or times, as their cells are', () => {
    expect(rolesOf(['采样日期', '采样时间'], ['2026-11-14|08:30'])).toEqual(['date', 'time'])
    expect(rolesOf(['检验日期', '采样时间'], ['2026-11-15|2026-11-14 08:30'])).toEqual(['ignored', 'date'])
  })

  it('are of one test each where no column holds values', () => {
    const columns = ['受试者编号', '日期', '丙氨酸氨基转移酶(ALT) U/L', 'TBIL(μmol/L)', 'PT', 'ALB', '备注']
    const roles = suggest(columns, []).mapping.columns.map(({ role }) => role)
    expect(roles.slice(2)).toEqual<ColumnRole[]>([
      { as: 'analyte', loinc: '1742-6', unit: 'U/L' },
      { as: 'analyte', loinc: '14631-6', unit: 'umol/L' },
      { as: 'analyte', loinc: '5902-2', unit: 's' },
      // Albumin is printed in g/L and g/dL: it is left open. The last is a note.
      { as: 'ignored' },
    ])
  })

  it('of an examination are suggested where they say their unit', () => {
    const columns = ['筛选号', '检查日期', '门静脉内径（cm）', '平均流速(cm/s)', '血流量(L/min)', '内径']
    const { mapping } = suggest(columns, [], 'portal_vein')
    expect(mapping.columns.map(({ role }) => role).slice(2)).toEqual<ColumnRole[]>([
      { as: 'field', field: 'diameterMm', factor: '10' },
      { as: 'field', field: 'meanVelocityCmPerS' },
      { as: 'field', field: 'flowMlPerMin', factor: '1000' },
    ])
    const stiffness = ['Subject', 'Exam date', 'LSM (kPa)', 'IQR/M (%)', 'Probe', 'SSM (kPa)']
    const roles = 'patient date kPa iqrToMedian probe'
    expect(rolesOf(stiffness, [], 'liver_stiffness').join(' ')).toBe(roles)
  })
})

it('leaves open what could hold results and is not known, and leaves out what holds none', () => {
  const columns = ['筛选号', '姓名', '采样日期', 'ALT(U/L)', '血糖', '送检科室', '', 'Specimen No.']
  const survey = surveyOf(columns, [])
  const { mapping } = suggestMapping(survey, {})
  const left = mapping.columns.filter(({ role }) => role.as === 'ignored').map(({ column }) => column)
  expect(left).toEqual(['姓名', '送检科室', '', 'Specimen No.'])
  expect(mappingProblems(mapping, columns).map(({ message }) => message)).toEqual([
    'say what the column 血糖 holds, or leave it out on purpose',
  ])
  expect(suggest(['a', 'b'], []).mapping.columns.map(({ role }) => role.as)).toEqual(['ignored', 'ignored'])
})

describe('tests and units', () => {
  const columns = ['筛选号', '采样日期', '项目代码', '项目名称', '结果', '单位']
  const row = (code: string, name: string, unit: string) => `S-1|2026-11-14|${code}|${name}|1|${unit}`

  it.each([
    [row('', '谷丙转氨酶', 'U/L'), { printed: '谷丙转氨酶', loinc: '1742-6' }],
    [row('GPT', '', 'U/L'), { printed: 'GPT', loinc: '1742-6' }],
    [row('0101', '总胆红素', 'mg/dl'), { printed: '0101', loinc: '1975-2' }],
    [row('TBIL', '', 'μmol/L'), { printed: 'TBIL', loinc: '14631-6' }],
    [row('INR', '国际标准化比值', ''), { printed: 'INR', loinc: '6301-6', unit: '{INR}' }],
    [row('3094-0', '尿素', 'mmol/L'), { printed: '3094-0', loinc: '3094-0' }],
  ])('%s is known', (printed, test) => {
    expect(suggest(columns, [printed]).mapping.tests).toEqual([test])
  })

  it.each([
    ['another test by its name', row('ALT', '谷草转氨酶', 'U/L')],
    ['of another specimen', row('CREA', '尿肌酐', 'mmol/L')],
    ['unknown', row('XYZ', '某项', 'U/L')],
  ])('what is %s is left for a person', (_what, printed) => {
    const survey = surveyOf(columns, [printed])
    const { mapping } = suggestMapping(survey, {})
    expect(mapping.tests).toEqual([])
    expect(unknownIn(mapping, survey).tests).toEqual([printed.split('|')[2]])
  })

  it('have UCUM units where those are known', () => {
    const rows = [
      row('ALT', '', 'IU/L'),
      row('PLT', '', '×10⁹/L'),
      row('PT', '', '秒'),
      row('ALB', '', 'g/L'),
      row('HBV DNA', '', 'copies/mL'),
    ]
    const survey = surveyOf(columns, rows)
    const { mapping } = suggestMapping(survey, {})
    expect(mapping.units).toEqual([
      { printed: 'IU/L', ucum: '[IU]/L' },
      { printed: '×10⁹/L', ucum: '10*9/L' },
      { printed: '秒', ucum: 's' },
      { printed: 'g/L', ucum: 'g/L' },
    ])
    expect(unknownIn(mapping, survey).units).toEqual(['copies/mL'])
  })

  it('that are unknown come with the most frequent first', () => {
    const rows = [row('A', '', ''), row('B', '', ''), row('B', '', '')]
    const survey = surveyOf(columns, rows)
    expect(unknownIn(suggestMapping(survey, {}).mapping, survey).tests).toEqual(['B', 'A'])
  })
})

describe('the dates', () => {
  const dates = (...cells: string[]) =>
    suggest(
      ['Subject', 'Date'],
      cells.map(cell => `S|${cell}`),
    )
  it.each([
    ['2026-11-14', 'YYYY-MM-DD'],
    ['2026/11/14 08:30', 'YYYY/MM/DD'],
    ['20261114', 'YYYYMMDD'],
    ['2026年11月4日', 'YYYY年MM月DD日'],
    ['14.11.2026', 'DD.MM.YYYY'],
    ['14/11/2026', 'DD/MM/YYYY'],
    ['11/14/2026', 'MM/DD/YYYY'],
  ])('%s', (cell, format) => {
    expect(dates(cell)).toMatchObject({ mapping: { dates: { format } } })
    expect(dates(cell).undecided).not.toContain('dates')
  })

  it('are told by the whole file, and left open where day and month could change places', () => {
    expect(dates('04/11/2026', '14/11/2026').mapping.dates.format).toBe('DD/MM/YYYY')
    expect(dates('04/11/2026', '05/11/2026').undecided).toContain('dates')
    expect(dates('04/11/2026', 'soon', '14/11/2026', '11/15/2026').undecided).toContain('dates')
    expect(dates('2026/11/14', 'soon').mapping.dates.format).toBe('YYYY/MM/DD')
    expect(dates().undecided).toContain('dates')
  })
})

describe('the decimal mark', () => {
  const decimal = (...cells: string[]) =>
    suggest(
      ['Subject', 'Date', 'Test', 'Result'],
      cells.map(cell => `S|2026-11-14|ALT|${cell}`),
    )
  it.each([
    [['38', '38.5'], '.'],
    [['38', '38,5'], ','],
    [['38'], '.'],
    [['12,50', '1,234'], ','],
  ])('of %j is %s', (cells, mark) => {
    expect(decimal(...cells).mapping.decimal).toBe(mark)
    expect(decimal(...cells).undecided).not.toContain('decimal')
  })

  it.each([[['1,234']], [['38.5', '38,5']], [['1,234', '12.5']]])('of %j is left open', cells => {
    expect(decimal(...cells).undecided).toContain('decimal')
  })
})

it('fits the table that it was suggested for', () => {
  const columns = ['筛选号', '采样日期', '项目', '结果', '单位', '备注', '', '备注']
  const { mapping, undecided } = suggest(columns, ['S-1|2026-11-14|ALT|38|U/L|||'])
  expect(undecided).toEqual([])
  expect(mappingProblems(mapping, columns)).toEqual([])
})

it('keeps only so many different values, however large the file', () => {
  const survey = createSurvey('laboratory', ['项目', '结果'])
  for (let index = 0; index < 20_000; index += 1)
    survey.add({ row: index + 2, cells: [`T${index}`, 'x'.repeat(500)] })
  expect(survey.rows).toBe(20_000)
  expect(survey.valuesOf(0).size).toBe(3000)
  expect(survey.valuesOf(1).size).toBe(0)
  expect(survey.tests()).toHaveLength(5000)
})
