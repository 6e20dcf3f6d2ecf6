import { describe, expect, it } from 'vitest'
import { plainNumber, readPrinted } from './printed-number.ts'

describe('a printed number', () => {
  it.each([
    ['16.10', { value: '16.10' }],
    ['<20', { value: '20', comparator: '<' }],
    ['≤ 0.5', { value: '0.5', comparator: '<=' }],
    ['＞１０００', { value: '1000', comparator: '>' }],
    ['2,3', { value: '2.3', told: 'comma' }],
    ['2.35E+03', { value: '2350', told: 'exponent' }],
    ['<2.0×10^1', { value: '20', comparator: '<', told: 'exponent' }],
    ['1,234', { problem: 'comma' }],
    ['2.5×10⁹', { value: '2500000000', told: 'exponent' }],
    ['2.5×10³', { value: '2500', told: 'exponent' }],
    ['2.3¹', { problem: 'number' }],
    ['2 3', { problem: 'number' }],
    ['12 345', { problem: 'number' }],
    ['2×1000', { problem: 'number' }],
    ['neg', { problem: 'number' }],
    ['-3', { problem: 'number' }],
    ['', { problem: 'number' }],
  ])('%s', (text, read) => expect(readPrinted(text)).toEqual(read))

  it('keeps what is none for the check to refuse', () => {
    expect(plainNumber(' 2,5 ')).toBe('2.5')
    expect(plainNumber('<3')).toBe('<3')
  })
})
