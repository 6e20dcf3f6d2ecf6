import type { Cell, Row, Table } from './blocks.ts'
import { breakPage, type Flow, isAtTop, pageRoom, putOrnament, putTag, putText, room } from './flow.ts'
import { type Line, linesOf } from './lines.ts'
import type { Tag } from './page.ts'

const PAD_X = 5
const PAD_Y = 2.6
/** What a frame leaves free on each side of its text, in points. */
export const gridInset = { x: PAD_X, y: PAD_Y } as const
/** A row that needs less than this share of a page is never split. */
const WHOLE = 0.3

interface Place {
  readonly x: number
  readonly width: number
  /** Of the whole column, without padding. */
  readonly left: number
  readonly full: number
}

/** A line of a cell with its distance from the cell's top. */
interface CellLine {
  readonly line: Line
  readonly y: number
}

interface Measured {
  readonly row: Row
  readonly cells: readonly (readonly CellLine[])[]
  readonly places: readonly Place[]
  readonly height: number
}

/** Sets a table: rows stay whole where they can, and its head stands on each of its pages. */
export function putTable(flow: Flow, table: Table): void {
  const places = placesOf(flow, table)
  const head = table.head && measure(flow, { cells: table.head }, table, places)
  const rows = table.rows.map(row => measure(flow, row, table, places))
  const tag = putTag(flow, { type: 'Table', parent: null })
  if (room(flow) < (head?.height ?? 0) + leadOf(rows) && !isAtTop(flow)) breakPage(flow)
  if (head) putHead(flow, head, tag)
  rows.forEach((row, index) => {
    const needed = row.row.isGroup ? row.height + leadOf(rows.slice(index + 1)) : row.height
    const fits = needed <= room(flow)
    if (!fits && (row.row.isGroup || row.height < pageRoom(flow) * WHOLE || room(flow) < 80))
      nextPage(flow, head)
    putRow(flow, row, { table, tag, head })
  })
  putOrnament(flow, rule(flow, flow.y, 0.6, 'ink'))
}

/** The height without which a table does not begin: its head and its first row. */
export function tableLead(flow: Flow, table: Table): number {
  const places = placesOf(flow, table)
  const head = table.head ? measure(flow, { cells: table.head }, table, places).height : 0
  return head + leadOf(table.rows.slice(0, 2).map(row => measure(flow, row, table, places)))
}

function leadOf([first, second]: readonly Measured[]): number {
  if (first === undefined) return 0
  return Math.min(first.height + (first.row.isGroup ? (second?.height ?? 0) : 0), 90)
}

function nextPage(flow: Flow, head: Measured | undefined): void {
  if (isAtTop(flow)) return
  putOrnament(flow, rule(flow, flow.y, 0.6, 'ink'))
  breakPage(flow)
  if (head) putHead(flow, head, null)
}

/** Repeated on a later page, the head is no content any more. */
function putHead(flow: Flow, head: Measured, table: Tag | null): void {
  const row = table && putTag(flow, { type: 'TR', parent: table })
  putOrnament(flow, rule(flow, flow.y, 0.9, 'ink'))
  head.cells.forEach((lines, index) => {
    const tag = row && putTag(flow, { type: 'TH', parent: row, scope: 'Column' })
    putCell(flow, lines, head.places[index], tag)
  })
  flow.y += head.height
  putOrnament(flow, rule(flow, flow.y, 0.5, 'ink'))
}

interface Context {
  readonly table: Table
  readonly tag: Tag
  readonly head: Measured | undefined
}

function putRow(flow: Flow, row: Measured, { table, tag, head }: Context): void {
  const parent = putTag(flow, { type: 'TR', parent: tag })
  const tags = row.cells.map((_, index) => {
    const names = row.row.isGroup || (table.hasRowNames && index === 0)
    return putTag(flow, names ? { type: 'TH', parent, scope: 'Row' } : { type: 'TD', parent })
  })
  let rest = row
  while (rest.height > room(flow)) {
    const [here, after] = split(rest, room(flow))
    putCells(flow, here, tags, table.hasGrid)
    nextPage(flow, head)
    rest = after
  }
  putCells(flow, rest, tags, table.hasGrid)
  if (!table.isOpen) putOrnament(flow, rule(flow, flow.y, row.row.isGroup ? 0.5 : 0.35, 'faint'))
}

function putCells(
  flow: Flow,
  { cells, places, height }: Measured,
  tags: readonly Tag[],
  hasGrid = false,
): void {
  const frames = hasGrid ? places : []
  for (const { left, full } of frames)
    putOrnament(flow, { kind: 'frame', x: left, y: flow.y, width: full, height })
  cells.forEach((lines, index) => {
    putCell(flow, lines, places[index], tags[index] ?? null)
  })
  flow.y += height
}

function putCell(flow: Flow, lines: readonly CellLine[], place: Place | undefined, tag: Tag | null): void {
  if (place === undefined) return
  for (const { line, y } of lines) putText(flow, { tag, x: place.x, y: flow.y + PAD_Y + y, lines: [line] })
}

/** The lines that fit a height, and the row that is left. At least one line is taken, so that it always goes on. */
function split(row: Measured, height: number): [Measured, Measured] {
  const limit = height - 2 * PAD_Y
  const fits = ({ line, y }: CellLine, index: number) => index === 0 || y + line.height <= limit
  const here = row.cells.map(lines => lines.filter(fits))
  const after = row.cells.map((lines, index) => {
    const left = lines.slice(here[index]?.length ?? 0)
    const offset = left[0]?.y ?? 0
    return left.map(({ line, y }) => ({ line, y: y - offset }))
  })
  const sized = (cells: Measured['cells']) => ({ ...row, cells, height: heightOfCells(cells) + 2 * PAD_Y })
  return [sized(here), sized(after)]
}

function measure(flow: Flow, row: Row, table: Table, columns: readonly Place[]): Measured {
  const { left } = flow.sheet
  const inset = table.hasGrid ? PAD_X : 0
  const whole = { x: left + inset, width: flow.width - 2 * inset, left, full: flow.width }
  const places = row.isGroup ? [whole] : columns
  const cells = row.cells.map((cell, index) => {
    const align = table.columns[index]?.align
    return cellLines(
      flow,
      align && !row.isGroup ? aligned(cell, align) : cell,
      places[index]?.width ?? flow.width,
    )
  })
  return { row, cells, places, height: Math.max(heightOfCells(cells) + 2 * PAD_Y, row.height ?? 0) }
}

const aligned = (cell: Cell, align: 'left' | 'right'): Cell => cell.map(part => ({ align, ...part }))

function cellLines(flow: Flow, cell: Cell, width: number): CellLine[] {
  let y = 0
  return cell.flatMap(paragraph => {
    y += paragraph.before ?? 0
    return linesOf(paragraph, width, flow.typeface).map(line => {
      const placed = { line, y }
      y += line.height
      return placed
    })
  })
}

function heightOfCells(cells: Measured['cells']): number {
  return Math.max(0, ...cells.map(lines => Math.max(0, ...lines.map(({ line, y }) => y + line.height))))
}

function placesOf({ sheet, width }: Flow, { columns, hasGrid }: Table): Place[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  let x = sheet.left
  return columns.map(({ share }, index) => {
    const full = (width * share) / total
    const before = index === 0 && !hasGrid ? 0 : PAD_X
    const after = index === columns.length - 1 && !hasGrid ? 0 : PAD_X
    const place = { x: x + before, width: full - before - after, left: x, full }
    x += full
    return place
  })
}

function rule({ sheet, width }: Flow, y: number, weight: number, tone: 'ink' | 'faint') {
  return { kind: 'rule', x: sheet.left, y, width, weight, tone } as const
}
