import { describe, expect, it } from 'vitest'
import { Mapping } from '#shared/core/imports/mapping.ts'
import { mappingOf, openChoices, openPrinted, startDraft, withFound } from './mapping-draft.ts'

const mapping = Mapping.parse({
  schema: 'lobule.mapping/1',
  about: 'laboratory',
  table: {},
  decimal: '.',
  dates: { format: 'YYYY/MM/DD' },
  patientBy: 'screening_number',
  columns: [
    { column: '筛选号', role: { as: 'patient' } },
    { column: '采样时间', role: { as: 'date' } },
    { column: '项目名称', role: { as: 'test_name' } },
    { column: '结果', role: { as: 'value' } },
    { column: '结果', occurrence: 2, role: { as: 'ignored' } },
  ],
  tests: [{ printed: '谷丙转氨酶', loinc: '1742-6', unit: 'U/L' }],
  units: [{ printed: 'μmol/L', ucum: 'umol/L' }],
})
const columns = mapping.columns.map(({ column }) => column)
const nothing = { tests: [], units: [] }
const start = {
  ...{ about: mapping.about, table: {}, columns, mapping, isSuggested: true },
  ...{ undecided: [], unknown: nothing },
}

describe('the draft of a mapping', () => {
  it('says what the mapping said that it began with', () => {
    expect(mappingOf(startDraft(start))).toEqual(mapping)
  })

  it('has a place for every column, and is no mapping while one of them is open', () => {
    const draft = startDraft({ ...start, columns: [...columns, '送检科室'] })
    expect(draft.columns.at(-1)).toEqual({
      column: '送检科室',
      occurrence: 1,
      role: null,
      isSuggested: false,
    })
    expect(openChoices(draft)).toBe(1)
    expect(mappingOf(draft)).toBeUndefined()
  })

  it('leaves open what the file does not tell, whatever the suggestion has there', () => {
    const draft = startDraft({ ...start, undecided: ['dates', 'patientBy'] })
    expect(draft).toMatchObject({ dates: null, patientBy: null, decimal: '.', suggestedHead: ['decimal'] })
    expect(openChoices(draft)).toBe(2)
  })

  it('leaves everything open where nothing was recognised', () => {
    const draft = startDraft({ ...start, mapping: null })
    expect(openChoices(draft)).toBe(3 + columns.length)
  })

  it('marks what a kept mapping says as decided', () => {
    const draft = startDraft({ ...start, isSuggested: false })
    expect(draft.suggestedHead).toEqual([])
    expect(draft.columns.every(({ isSuggested }) => !isSuggested)).toBe(true)
  })

  it('lists printed tests and units that nothing knows first, and takes none of them for another', () => {
    const unknown = { tests: ['谷丙', '谷丙转氨酶'], units: ['U/mL'] }
    const draft = withFound(startDraft(start), unknown)
    expect(draft.tests.map(({ printed, is }) => [printed, is])).toEqual([
      ['谷丙', null],
      ['谷丙转氨酶', { loinc: '1742-6' }],
    ])
    expect(openPrinted(draft)).toBe(2)
    expect(mappingOf(draft)).toEqual(mapping)
  })

  it('is open where a column of one test has no unit, or a code whose check digit is wrong', () => {
    const draft = startDraft(start)
    const withRole = (loinc: string, unit: string) => ({
      ...draft,
      columns: draft.columns.with(4, {
        ...{ column: '结果', occurrence: 2, isSuggested: false },
        role: { as: 'analyte', loinc, unit } as const,
      }),
    })
    expect(openChoices(withRole('1742-6', ''))).toBe(1)
    expect(openChoices(withRole('1742-7', 'U/L'))).toBe(1)
    expect(openChoices(withRole('1742-6', 'U/L'))).toBe(0)
  })

  it('is open while nobody said how an examination of the portal vein was made, and no column does', () => {
    const sheet = {
      ...mapping,
      about: 'portal_vein' as const,
      columns: mapping.columns.slice(0, 2),
      tests: [],
      units: [],
    }
    const draft = startDraft({
      ...start,
      about: 'portal_vein',
      mapping: sheet,
      columns: ['筛选号', '采样时间'],
    })
    expect(openChoices(draft)).toBe(1)
    const fixed = [{ field: 'modality' as const, value: 'ultrasound' }]
    expect(mappingOf({ ...draft, fixed })?.fixed).toEqual(fixed)
    const column = { column: '检查方法', occurrence: 1, isSuggested: false }
    const held = { ...column, role: { as: 'field', field: 'modality' } as const }
    expect(mappingOf({ ...draft, fixed, columns: [...draft.columns, held] })?.fixed).toBeUndefined()
  })
})
