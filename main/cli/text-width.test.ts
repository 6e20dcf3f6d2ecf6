import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { widthOf, wrap } from './text-width.ts'

describe('the width of a text', () => {
  it.each([
    ['PT 16.1 s', 9],
    ['凝血酶原时间', 12],
    ['符合（推算）', 12],
    ['µmol/L – ≥', 10],
    ['𠮷', 2],
  ])('%s fills %i columns', (text, columns) => expect(widthOf(text)).toBe(columns))
})

describe('wrapping', () => {
  it('breaks between words and keeps signs with the word before', () => {
    expect(wrap('no result of PT by that day; repeat it', 14)).toEqual([
      'no result of',
      'PT by that',
      'day; repeat it',
    ])
  })

  it('breaks Chinese between its words, never before a comma', () => {
    const lines = wrap('未记录当日有无严重出血倾向，未记录活动性出血', 12)
    expect(lines.join('')).toBe('未记录当日有无严重出血倾向，未记录活动性出血')
    expect(lines.filter(line => /^[，。；：）]/.test(line))).toEqual([])
  })

  it('keeps dates and ids whole', () => {
    expect(wrap('eligible 2026-12-06 – 2027-03-13', 20)).toEqual(['eligible 2026-12-06', '– 2027-03-13'])
  })

  it('breaks a word that is longer than a line', () => {
    expect(wrap('a'.repeat(7), 3)).toEqual(['aaa', 'aaa', 'a'])
  })

  it('fits every line and loses nothing but spaces', () => {
    const pieces = fc.constantFrom(
      'PT',
      '2026-11-14',
      '凝血酶原时间',
      '，',
      '; ',
      ' ',
      '(',
      ')',
      '–',
      'x'.repeat(25),
      '\n',
    )
    fc.assert(
      fc.property(fc.array(pieces), fc.integer({ min: 4, max: 30 }), (parts, columns) => {
        const text = parts.join('')
        const lines = wrap(text, columns)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
      }),
    )
  })
})
