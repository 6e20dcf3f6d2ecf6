import { describe, expect, it } from 'vitest'
import { cellsText } from './cells-text.ts'

describe('a number of cells', () => {
  it.each([
    ['100000000', '1 × 10⁸'],
    ['98000000', '9.8 × 10⁷'],
    ['123456', '1.23456 × 10⁵'],
    ['950', '950'],
    ['0', '0'],
  ])('%s is shown as %s', (number, shown) => expect(cellsText(number)).toBe(shown))
})
