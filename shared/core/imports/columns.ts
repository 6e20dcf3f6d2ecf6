import type { ColumnRole, MappedColumn, Mapping } from './mapping.ts'

/** A column of a table with what it holds. */
export interface Column<R extends ColumnRole = ColumnRole> {
  readonly index: number
  /** Its name; the second of two with one name says so. */
  readonly name: string
  readonly role: R
}

type As = ColumnRole['as']
type RoleOf<A extends As> = Extract<ColumnRole, { as: A }>

/** The mapped columns of a table, found by their names. */
export interface Columns {
  readonly all: readonly Column[]
  one<A extends As>(as: A): Column<RoleOf<A>> | undefined
  every<A extends As>(as: A): readonly Column<RoleOf<A>>[]
}

/** Columns that the table does not have are left out: `mappingProblems` names them. */
export function columnsOf(mapping: Mapping, columns: readonly string[]): Columns {
  const all = mapping.columns.flatMap((mapped): Column[] => {
    const index = indexOfColumn(columns, mapped)
    return index < 0 ? [] : [{ index, name: columnName(columns, index), role: mapped.role }]
  })
  const every = <A extends As>(as: A) =>
    all.filter((column): column is Column<RoleOf<A>> => column.role.as === as)
  return { all, every, one: as => every(as)[0] }
}

/** Where a mapped column stands in the table, from 0; -1 where it has none of that name. */
export function indexOfColumn(columns: readonly string[], { column, occurrence }: MappedColumn): number {
  let index = -1
  for (let count = 0; count < occurrence; count += 1) {
    index = columns.indexOf(column, index + 1)
    if (index < 0) return -1
  }
  return index
}

/** How many columns of this name stand up to this one, itself included. */
export function occurrenceOf(columns: readonly string[], index: number): number {
  return columns.slice(0, index + 1).filter(name => name === columns[index]).length
}

/** The name by which a person finds a column: `PT`, `PT (2)`, `#7` where it has none. */
export function columnName(columns: readonly string[], index: number): string {
  const name = columns[index] ?? ''
  if (name === '') return `#${index + 1}`
  const occurrence = occurrenceOf(columns, index)
  return occurrence === 1 ? name : `${name} (${occurrence})`
}
