import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvText } from './csv.ts'

const MARK = '\uFEFF'

it('ends each row with CR and LF, after a byte order mark', () => {
  expect(
    csvText([
      ['a', 1],
      ['肝性脑病', null],
    ]),
  ).toBe(`${MARK}a,1\r\n肝性脑病,\r\n`)
})

it.each([
  ['a comma', 'fever, chills', '"fever, chills"'],
  ['a quotation mark', 'said "dizzy"', '"said ""dizzy"""'],
  ['a line break', 'first\nsecond', '"first\nsecond"'],
  ['nothing of these', '发热 38.5 °C', '发热 38.5 °C'],
])('text with %s', (_what, cell, written) => {
  expect(csvText([[cell]])).toBe(`${MARK}${written}\r\n`)
})

it.each([
  ['=1+1', "'=1+1"],
  ['+86 10', "'+86 10"],
  ['-2', "'-2"],
  ['@sum', "'@sum"],
  ['\t=1', "'\t=1"],
  ['＝1', "'＝1"],
  ['\r=1', '"\'\r=1"'],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
])('%j is no formula to a spreadsheet', (cell, written) => {
  expect(csvText([[cell]])).toBe(`${MARK}${written}\r\n`)
})

it('a number below zero is a number, with the digits that were printed', () => {
  expect(csvText([[-2, { printed: '-2.50' }]])).toBe(`${MARK}-2,-2.50\r\n`)
})

it('whoever reads it by RFC 4180 and takes off the apostrophe has every text again', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'a",\r\n=\'-甲') })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), rows => {
      const read = parsed(csvText(rows).slice(1))
      expect(read.map(row => row.map(text => text.replace(/^'(?='*[=\-\r\n])/, '')))).toEqual(rows)
    }),
  )
})

/** A reader written for this test: quoted cells, doubled quotation marks, CR LF. */
function parsed(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    const [, quoted, bare = '', end] = found
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
