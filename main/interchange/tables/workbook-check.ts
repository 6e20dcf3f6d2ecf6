import { Fault, readXml } from '../odm/read-xml.ts'
import { localName, type ShownNumber, type WorkbookOutline } from './workbook-outline.ts'

type Attributes = Readonly<Record<string, string>>

/** What the library does not tell of a cell: how it shows its number, or an error such as `#DIV/0!`. */
export type Shown = ShownNumber | { readonly error: string }

/** Such cells by their place, see `placeOf`. */
export type ShownCells = ReadonlyMap<number, Shown>

/** One number for a place in a sheet; row and column from 0. */
export function placeOf(row: number, column: number): number {
  return row * LAST_COLUMN + column
}

/** The most cells that a sheet may spread over, blank ones between them too. */
const MAXIMUM_CELLS = 5_000_000
const MAXIMUM_TEXT = 32_767

/**
 * Checks a sheet before it is read: the library makes room for every cell up to the last that a sheet names, so that one
 * address could take all memory.
 */
export function checkSheet(bytes: Buffer, file: string, styles: WorkbookOutline['styles']): ShownCells {
  const shown = new Map<number, Shown>()
  const extent = { rows: 0, columns: 0 }
  let cell: Attributes = {}
  const listener = {
    open(name: string, attributes: Attributes) {
      const local = localName(name)
      if (local !== 'row' && local !== 'c') return
      if (Object.keys(attributes).some(key => key.endsWith(':r'))) throw unreadable()
      if (local === 'row') extent.rows = Math.max(extent.rows, rowOf(attributes['r'] ?? '1'))
      else cell = attributes
    },
    close(name: string, text: string) {
      checkText(text)
      if (!['v', 't'].includes(localName(name)) || text === '') return
      const { row, column } = addressOf(cell['r'] ?? '')
      extent.rows = Math.max(extent.rows, row)
      extent.columns = Math.max(extent.columns, column)
      if (extent.rows * extent.columns > MAXIMUM_CELLS)
        throw new Fault(`spreads over more than ${MAXIMUM_CELLS} cells; divide it`)
      const { t: type = 'n', s: style = '' } = cell
      const as = type === 'e' ? { error: text } : type === 'n' ? styles.get(style) : undefined
      if (as !== undefined) shown.set(placeOf(row - 1, column - 1), as)
    },
  }
  for (const _step of readXml(bytes, file, listener));
  return shown
}

/** Checks the texts that cells share. */
export function checkTexts(bytes: Buffer, file: string): void {
  const listener = { open: () => undefined, close: (_name: string, text: string) => checkText(text) }
  for (const _step of readXml(bytes, file, listener));
}

function checkText(text: string): void {
  if (text.length > MAXIMUM_TEXT) throw new Fault(`has a cell of more than ${MAXIMUM_TEXT} characters`)
}

/** The most rows and columns that a spreadsheet has. */
const [LAST_ROW, LAST_COLUMN] = [1_048_576, 16_384]

function unreadable(): Fault {
  return new Fault('has a cell that is nowhere; save it as .xlsx again')
}

function rowOf(text: string): number {
  const row = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : LAST_ROW + 1
  if (row > LAST_ROW) throw unreadable()
  return row
}

function addressOf(text: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d+)$/.exec(text) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  if (column === 0 || column > LAST_COLUMN) throw unreadable()
  return { row: rowOf(digits), column }
}
