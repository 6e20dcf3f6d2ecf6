import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MappedColumns, mappingOf, readRows, TESTS } from '#test/support/mapped-table.ts'
import { FactContent } from '../facts/content.ts'
import { ColumnRole } from './mapping.ts'

const texts = ['', '-', '38', '38.50', '<20', '1,5', '2026-11-14', '2026-11-14 08:30', 'ALT', 'PT', 'U/L']
const more = [
  '秒',
  '9-50',
  '50-9',
  '溶血',
  '彩超',
  '0',
  '=1+1',
  'S-1',
  '﷽'.repeat(40),
  '\u0000',
  '1e99',
  '.5',
  'constructor',
  '__proto__',
]
const anyCell = fc.oneof(fc.constantFrom(...texts, ...more), fc.string({ unit: 'binary', maxLength: 30 }))

const GOOD: Readonly<Record<string, string>> = {
  time: '08:30',
  test_code: 'PT',
  value: '13.6',
  unit: '秒',
  range: '11-14.5',
  control: '12.5',
}

describe('whatever stands in the cells', () => {
  const roles = ColumnRole.options.map(({ shape }) => shape.as.value)
  const others = roles.filter(as => !['patient', 'date', 'ignored', 'analyte', 'field'].includes(as))

  it('a row says something, and what it says is a valid fact', () => {
    const columns: MappedColumns = [
      ['No', { as: 'patient' }],
      ['Date', { as: 'date' }],
      ...others.map(as => [as, { as } as ColumnRole] as const),
    ]
    const mapping = mappingOf(columns, TESTS)
    const good = others.map(as => GOOD[as] ?? '')
    expectValid(mapping, columns, ['S-1', '2026-11-14', ...good])
  })

  it('and so with examinations', () => {
    const columns: MappedColumns = [
      ['No', { as: 'patient' }],
      ['Date', { as: 'date' }],
      ['A', { as: 'field', field: 'modality' }],
      ['B', { as: 'field', field: 'diameterMm', factor: '10' }],
      ['C', { as: 'field', field: 'examiner' }],
    ]
    const good = ['S-1', '2026-11-14', '彩超', '1.29', '王医师']
    expectValid(mappingOf(columns, { about: 'portal_vein' }), columns, good)
  })

  it('and so with a column for each test', () => {
    const columns: MappedColumns = [
      ['No', { as: 'patient' }],
      ['Date', { as: 'date' }],
      ['PT', { as: 'analyte', loinc: '5902-2', unit: 's' }],
      ['C', { as: 'control' }],
    ]
    expectValid(mappingOf(columns), columns, ['S-1', '2026-11-14', '13.6', '12.5'])
  })
})

/** A row that is taken, with up to three cells changed. */
function expectValid(
  mapping: ReturnType<typeof mappingOf>,
  columns: MappedColumns,
  good: readonly string[],
): void {
  const place = fc.nat({ max: columns.length - 1 })
  const changes = fc.array(fc.tuple(place, anyCell), { maxLength: 3 })
  let facts = 0
  fc.assert(
    fc.property(changes, changed => {
      const cells = changed.reduce((row, [index, text]) => row.with(index, text), [...good])
      const said = readRows(mapping, columns, [cells])
      expect(said.length > 0).toBe(cells.some(text => text.trim() !== ''))
      for (const row of said) {
        if (!('content' in row)) continue
        facts += 1
        expect(FactContent.safeParse(row.content).error?.issues).toBeUndefined()
      }
    }),
    { numRuns: 2000 },
  )
  expect(facts).toBeGreaterThan(200)
}
