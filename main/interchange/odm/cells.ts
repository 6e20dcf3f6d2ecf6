import type { Field, Item } from './fields.ts'

/** One value of a form: an ItemData of ODM. `repeat` is the place in its list, from 1, or 0 for the form itself. */
export interface Cell {
  readonly item: Item
  readonly repeat: number
  readonly value: string | null
}

/** What tells the cells of one form apart. */
export function cellKey({ oid }: Pick<Item, 'oid'>, repeat: number): string {
  return repeat === 0 ? oid : `${oid}#${repeat}`
}

/** The most members of a list that are read; ours hold up to 60. */
const MAXIMUM_MEMBERS = 1000

/** The cells of a value: those of the form itself first, then list after list and member after member. */
export function cellsOf(field: Field, value: unknown): Cell[] {
  const own: Cell[] = []
  const listed: Cell[] = []
  collect({ own, listed }, field, { value, repeat: 0 })
  return own.concat(listed)
}

interface Collected {
  readonly own: Cell[]
  readonly listed: Cell[]
}

function collect(
  cells: Collected,
  field: Field,
  { value, repeat }: { value: unknown; repeat: number },
): void {
  const add = (item: Item, text: string | null) =>
    (repeat === 0 ? cells.own : cells.listed).push({ item, repeat, value: text })
  if (field.is === 'value') {
    add(field.item, value === null ? null : String(value))
    return
  }
  if (field.is === 'group') {
    const before = cells.own.length + cells.listed.length
    const group = value as Readonly<Record<string, unknown>>
    for (const { name, field: member } of field.members) {
      const part = group[name]
      if (part !== undefined) collect(cells, member, { value: part, repeat })
    }
    const isEmpty = cells.own.length + cells.listed.length === before
    if (isEmpty && field.given !== undefined) add(field.given, 'Yes')
    return
  }
  const members = value as readonly unknown[]
  add(field.count, String(members.length))
  for (const [index, member] of members.entries()) {
    collect(cells, field.of, { value: member, repeat: index + 1 })
  }
}

/** The value that cells make; undefined where there are none. What they say is for a schema to check. */
export function valueFrom(field: Field, cells: ReadonlyMap<string, string | null>, repeat = 0): unknown {
  const text = (item: Item) => cells.get(cellKey(item, repeat))
  if (field.is === 'value') {
    const value = text(field.item)
    return typeof value === 'string' && field.item.dataType === 'integer' ? numberOf(value) : value
  }
  if (field.is === 'group') {
    const parts = field.members
      .map(({ name, field: member }) => [name, valueFrom(member, cells, repeat)] as const)
      .filter(([, part]) => part !== undefined)
    if (parts.length > 0) return Object.fromEntries(parts)
    return field.given !== undefined && text(field.given) === 'Yes' ? {} : undefined
  }
  const count = text(field.count)
  if (count === undefined) return undefined
  const length = Math.min(Number(count), MAXIMUM_MEMBERS)
  if (!/^\d+$/.test(count ?? '')) return null
  return Array.from({ length }, (_, index) => valueFrom(field.of, cells, index + 1))
}

/** Digits become a number; anything else stays the text that no schema of numbers accepts. */
function numberOf(text: string): number | string {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : text
}
