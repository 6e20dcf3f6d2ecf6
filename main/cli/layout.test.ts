import { describe, expect, it } from 'vitest'
import { indented, tableOf } from './layout.ts'
import { widthOf } from './text-width.ts'

describe('a table', () => {
  const rows = [
    ['I1', '满足', '年龄20至60岁，出生于1966-03-14'],
    ['E10', 'unknown', 'nobody has charted whether there was an infection on the day'],
  ]

  it('aligns columns under wide characters', () => {
    const lines = tableOf(rows, { columns: 120, widths: [null, null] }).split('\n')
    const starts = ['年龄', 'nobody'].map((word, index) => {
      const line = lines[index] ?? ''
      return widthOf(line.slice(0, line.indexOf(word)))
    })
    expect(starts).toEqual([14, 14])
  })

  it('stays within its columns', () => {
    const lines = tableOf(rows, { columns: 40, widths: [null, null], head: ['a', 'b', 'c'] }).split('\n')
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(40)
  })

  it('paints each line of a cell, and the head as row -1', () => {
    const painted: string[] = []
    tableOf([['x y']], {
      columns: 30,
      widths: [],
      head: ['h'],
      paint: (text, row, column) => {
        painted.push(`${text} ${row} ${column}`)
        return text
      },
    })
    expect(painted).toEqual(['h -1 0', 'x y 0 0'])
  })
})

it('lets the lines after the first hang', () => {
  expect(indented('one two three', 9, '- ', '  ')).toBe('- one two\n  three')
})
