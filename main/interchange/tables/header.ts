import { fieldWord, headerWord } from '#shared/core/imports/header-words.ts'
import { TableAbout } from '#shared/core/imports/mapping.ts'
import { findTest } from '#shared/core/reports/tests.ts'
import { MAXIMUM_COLUMNS, MAXIMUM_NAME_CHARACTERS, refused } from './table-limits.ts'

/** Rows among which the column names are looked for. */
export const HEADER_ROWS = 60

/**
 * The row of the column names, from 1: the one with the most names that are known; where no row has two of them, the
 * first with two cells or more.
 */
export function findHeaderRow(rows: readonly (readonly string[])[]): number {
  const known = rows.map(knownNames)
  const most = Math.max(0, ...known)
  if (most >= 2) return known.indexOf(most) + 1
  const first = rows.findIndex(cells => cells.filter(cell => cell.trim() !== '').length > 1)
  return first < 0 ? 1 : first + 1
}

/** How many cells of a row are names of columns that are known. */
export function knownNames(cells: readonly string[]): number {
  return cells.filter(isKnown).length
}

function isKnown(cell: string): boolean {
  const name = cell.trim()
  if (name === '' || name.length > MAXIMUM_NAME_CHARACTERS) return false
  const bare = name.replace(/[（(][^（()）]*[）)]$/, '')
  return (
    headerWord(name) !== undefined ||
    TableAbout.options.some(about => fieldWord(bare, about) !== undefined) ||
    findTest(name) !== undefined
  )
}

/** The names in a header row; refused where they are too many or too long to be names. */
export function columnNames(cells: readonly string[], file: string): string[] {
  if (cells.every(cell => cell.trim() === ''))
    throw refused(file, 'the row of the column names is blank; choose another')
  if (cells.length > MAXIMUM_COLUMNS)
    throw refused(file, `has more than ${MAXIMUM_COLUMNS} columns; it is no table that is read here`)
  const names = cells.map(cell => cell.trim())
  if (names.some(name => name.length > MAXIMUM_NAME_CHARACTERS))
    throw refused(file, `has a column name of more than ${MAXIMUM_NAME_CHARACTERS} characters`)
  return names
}
