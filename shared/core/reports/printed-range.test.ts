import { expect, it } from 'vitest'
import { readRange } from './printed-range.ts'

it.each([
  ['9-50', '9', '50'],
  ['9.0 -- 50.0', '9.0', '50.0'],
  ['（９～５０）', '9', '50'],
  ['[3,5–5,5]', '3,5', '5,5'],
  ['40至55', '40', '55'],
  ['<34.2', '', '34.2'],
  ['≤21', '', '21'],
  ['>=60', '60', ''],
])('%s is a range', (cell, low, high) => expect(readRange(cell)).toEqual({ low, high }))

it.each(['', '-', '阴性', '50', '9-', '男:9-50 女:7-40', '9-50-60', '1e3-2e3'])('%s is none', cell =>
  expect(readRange(cell)).toBeUndefined(),
)
