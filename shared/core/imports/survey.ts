import { headerWord } from './header-words.ts'
import type { TableAbout } from './mapping.ts'
import type { TableRow } from './table-row.ts'

/** A test as rows print it, by code, name and unit together; '' for what a row lacks or the table has no column for. */
export interface PrintedTest {
  readonly code: string
  readonly name: string
  readonly unit: string
}

/** What the rows of a table hold, gathered so that a mapping can be suggested from the whole file. */
export interface Survey {
  readonly about: TableAbout
  readonly columns: readonly string[]
  /** Rows that were added and are not blank. */
  readonly rows: number
  /** The different values of a column and in how many rows each stands; the first thousands of them. */
  valuesOf(column: number): ReadonlyMap<string, number>
  /** The different tests, the most frequent first. */
  tests(): readonly PrintedTest[]
  add(row: TableRow): void
}

/** Different values that are kept of all columns together, and the longest: memory stays small whatever the file holds. */
const MAXIMUM_VALUES = 60_000
const MAXIMUM_OF_COLUMN = 3000
const MAXIMUM_CHARACTERS = 200
const MAXIMUM_TESTS = 5000

/** An empty survey of a table with these columns. */
export function createSurvey(about: TableAbout, columns: readonly string[]): Survey {
  const most = Math.min(MAXIMUM_OF_COLUMN, Math.ceil(MAXIMUM_VALUES / Math.max(1, columns.length)))
  const values = columns.map(() => new Map<string, number>())
  const tests = new Map<string, PrintedTest & { rows: number }>()
  const places = (['test_code', 'test_name', 'unit'] as const).map(as =>
    columns.findIndex(name => headerWord(name)?.as === as),
  )
  let rows = 0
  const addTest = (cells: readonly string[]) => {
    const [code = '', name = '', unit = ''] = places.map(place => (cells[place] ?? '').trim())
    if (code === '' && name === '') return
    const key = JSON.stringify([code, name, unit])
    const known = tests.get(key)
    if (known !== undefined) known.rows += 1
    else if (tests.size < MAXIMUM_TESTS && key.length < 2 * MAXIMUM_CHARACTERS)
      tests.set(key, { code, name, unit, rows: 1 })
  }
  return {
    about,
    columns,
    get rows() {
      return rows
    },
    valuesOf: column => values[column] ?? new Map<string, number>(),
    tests: () => [...tests.values()].sort((a, b) => b.rows - a.rows),
    add({ cells }) {
      if (cells.every(cell => cell.trim() === '')) return
      rows += 1
      addTest(cells)
      for (const [index, counts] of values.entries()) count(counts, (cells[index] ?? '').trim(), most)
    },
  }
}

function count(counts: Map<string, number>, value: string, most: number): void {
  if (value === '' || value.length > MAXIMUM_CHARACTERS) return
  const known = counts.get(value)
  if (known !== undefined || counts.size < most) counts.set(value, (known ?? 0) + 1)
}
