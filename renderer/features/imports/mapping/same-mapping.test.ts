import { expect, it } from 'vitest'
import { Mapping } from '#shared/core/imports/mapping.ts'
import { isSameMapping } from './same-mapping.ts'

const mapping = Mapping.parse({
  ...{ schema: 'lobule.mapping/1', about: 'laboratory', table: { encoding: 'utf-8' }, decimal: '.' },
  ...{ dates: { format: 'YYYY-MM-DD' }, patientBy: 'screening_number' },
  columns: [
    { column: 'Subject', role: { as: 'patient' } },
    { column: 'ALT', role: { as: 'analyte', loinc: '1742-6', unit: 'U/L' } },
  ],
  ...{ tests: [], units: [{ printed: 'U/L', ucum: 'U/L' }] },
})

it('takes two mappings for one whatever their order', () => {
  const { units, ...rest } = mapping
  expect(isSameMapping(mapping, { units, ...rest, columns: mapping.columns.toReversed() })).toBe(true)
})

it('tells mappings apart by one unit', () => {
  const units = [{ printed: 'U/L', ucum: '[IU]/L' }]
  expect(isSameMapping(mapping, { ...mapping, units })).toBe(false)
})
