import { widthOf, wrap } from './text-width.ts'

const GAP = 2
const NARROWEST_LAST_COLUMN = 20

/** Where a table ends, and how wide its columns are. */
export interface TableShape {
  readonly columns: number
  /** Columns of each cell but the last, which takes what is left; null: as wide as its widest cell. */
  readonly widths: readonly (number | null)[]
  readonly head?: readonly string[]
  /** Paints one line of a cell; row -1 is the head. */
  readonly paint?: (text: string, row: number, column: number) => string
}

/** A table without rules, its cells wrapped so that it fits; wide characters are counted as they show. */
export function tableOf(rows: readonly (readonly string[])[], shape: TableShape): string {
  const { columns, widths, head, paint = text => text } = shape
  const all = head === undefined ? rows : [head, ...rows]
  const first = widths.map((width, column) => width ?? widest(all.map(row => row[column] ?? '')))
  const used = first.reduce((sum, width) => sum + width + GAP, 0)
  const room = [...first, Math.max(NARROWEST_LAST_COLUMN, columns - used)]
  return all
    .flatMap((row, index) => {
      const number = head === undefined ? index : index - 1
      const cells = row.map((cell, column) => wrap(cell, room[column] ?? columns))
      return linesOf(cells, room, (text, column) => paint(text, number, column))
    })
    .join('\n')
}

/** The lines of one row; a cell that ends earlier leaves its place empty. */
function linesOf(
  cells: readonly (readonly string[])[],
  room: readonly number[],
  paint: (text: string, column: number) => string,
): string[] {
  const height = Math.max(...cells.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, column) => {
        const text = lines[line] ?? ''
        const gap = ' '.repeat(Math.max(0, (room[column] ?? 0) - widthOf(text)) + GAP)
        // Spaces stay outside of the paint, so that those at the end of a line can be cut.
        return text === '' ? gap : `${paint(text, column)}${gap}`
      })
      .join('')
      .trimEnd(),
  )
}

/** Text wrapped to `columns` behind an indent; the lines that follow hang as deep as `hang`. */
export function indented(text: string, columns: number, indent: string, hang = indent): string {
  return wrap(text, columns - widthOf(hang))
    .map((line, index) => `${index === 0 ? indent : hang}${line}`)
    .join('\n')
}

function widest(cells: readonly string[]): number {
  return Math.max(0, ...cells.flatMap(cell => cell.split('\n').map(widthOf)))
}
