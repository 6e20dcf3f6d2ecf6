import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NonNegativeDecimalText } from '../decimal.ts'
import { isBlank, readValue } from './read-value.ts'

describe('a printed value', () => {
  it.each([
    ['45', { value: '45' }],
    ['16.10', { value: '16.10' }],
    [' 45 ', { value: '45' }],
    ['<20', { value: '20', comparator: '<' }],
    ['≥ 1000', { value: '1000', comparator: '>=' }],
    ['45↑', { value: '45' }],
    ['38.5 ↓', { value: '38.5' }],
    ['45 H', { value: '45' }],
    ['45 LL', { value: '45' }],
    ['.5', { value: '0.5' }],
    ['<.5', { value: '0.5', comparator: '<' }],
    ['2.35E+03', { value: '2350' }],
    ['１２．５', { value: '12.5' }],
  ])('%s with a point', (cell, read) => expect(readValue(cell, '.')).toEqual(read))

  it.each([
    ['12,5', { value: '12.5' }],
    ['1,234', { value: '1.234' }],
    ['<0,5', { value: '0.5', comparator: '<' }],
    ['45', { value: '45' }],
  ])('%s with a comma', (cell, read) => expect(readValue(cell, ',')).toEqual(read))

  it.each([
    ['1,234', '.'],
    ['12，5', '.'],
    ['1.234', ','],
    ['1.234,5', ','],
    ['-3', '.'],
    ['阴性', '.'],
    ['45 U/L', '.'],
    ['2.3¹', '.'],
    ['2,3¹', ','],
    ['1 234', '.'],
    ['005', '.'],
    ['', '.'],
    ['#DIV/0!', '.'],
  ] as const)('%s with %s is none', (cell, mark) => expect(readValue(cell, mark)).toBeUndefined())

  it('is a number of the record whatever stands in the cell', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'0123456789.,<>=≤ eE+-×10^²↑HL') })
    fc.assert(
      fc.property(cell, fc.constantFrom('.' as const, ',' as const), (text, mark) => {
        const read = readValue(text, mark)
        expect(read === undefined || NonNegativeDecimalText.safeParse(read.value).success).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

it.each([
  ['', true],
  ['  ', true],
  ['-', true],
  ['——', true],
  ['/', true],
  ['0', false],
  ['-1', false],
  ['无', false],
])('%j is blank: %s', (cell, blank) => expect(isBlank(cell)).toBe(blank))

it('a number is not looked for in a cell so long that a pattern would take for ever', () => {
  const started = performance.now()
  expect(readValue(`1${' '.repeat(30_000)}x`, '.')).toBeUndefined()
  expect(readValue(`1${'↑'.repeat(30_000)}x`, '.')).toBeUndefined()
  expect(readValue(`38${' '.repeat(30_000)}`, '.')).toEqual({ value: '38' })
  expect(performance.now() - started).toBeLessThan(1000)
})
