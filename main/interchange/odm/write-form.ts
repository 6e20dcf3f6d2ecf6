import { type Cell, cellKey } from './cells.ts'
import type { ItemGroup } from './fields.ts'
import { LOBULE_NAMESPACE } from './names.ts'
import { attribute, escaped, isExact } from './xml.ts'

/** What ODM does with an element of a Transactional file; a child without one has that of its parent. */
export type Transaction = 'Insert' | 'Update' | 'Remove'

/** ItemGroupData of cells that are new. Cells of one group stand together. */
export function insertedGroups(cells: readonly Cell[]): string {
  return groupsOf(cells)
    .map(group => groupData(group, '', group.cells.map(cell => itemData(cell, '')).join('')))
    .join('')
}

/** ItemGroupData of what changed from one version to the next, each marked where it is no update. */
export function changedGroups(before: readonly Cell[], after: readonly Cell[]): string {
  const old = new Map(before.map(cell => [keyOf(cell), cell]))
  const current = new Set(after.map(keyOf))
  const hadGroup = new Set(groupsOf(before).map(groupKey))
  const changed = groupsOf(after).map(group => {
    if (!hadGroup.has(groupKey(group))) {
      return groupData(group, transaction('Insert'), group.cells.map(cell => itemData(cell, '')).join(''))
    }
    const items = group.cells.flatMap(cell => {
      const earlier = old.get(keyOf(cell))
      if (earlier === undefined) return itemData(cell, transaction('Insert'))
      return earlier.value === cell.value ? [] : itemData(cell, '')
    })
    const gone = before.filter(cell => isOf(cell, group) && !current.has(keyOf(cell)))
    const all = [...items, ...gone.map(removedItem)]
    return all.length === 0 ? '' : groupData(group, '', all.join(''))
  })
  const hasGroup = new Set(groupsOf(after).map(groupKey))
  const removed = groupsOf(before)
    .filter(group => !hasGroup.has(groupKey(group)))
    .map(group => groupData(group, transaction('Remove'), ''))
  return changed.join('') + removed.join('')
}

/** The attribute of a transaction, with the blank before it. */
export function transaction(type: Transaction): string {
  return ` TransactionType="${type}"`
}

interface GroupCells {
  readonly group: ItemGroup
  readonly repeat: number
  readonly cells: Cell[]
}

function groupsOf(cells: readonly Cell[]): GroupCells[] {
  const groups: GroupCells[] = []
  for (const cell of cells) {
    const last = groups.at(-1)
    if (last !== undefined && isOf(cell, last)) last.cells.push(cell)
    else groups.push({ group: cell.item.group, repeat: cell.repeat, cells: [cell] })
  }
  return groups
}

function isOf({ item, repeat }: Cell, group: Pick<GroupCells, 'group' | 'repeat'>): boolean {
  return item.group === group.group && repeat === group.repeat
}

function keyOf({ item, repeat }: Cell): string {
  return cellKey(item, repeat)
}

function groupKey({ group, repeat }: GroupCells): string {
  return cellKey(group, repeat)
}

function groupData({ group, repeat }: GroupCells, type: string, items: string): string {
  const key = repeat === 0 ? '' : ` ItemGroupRepeatKey="${repeat}"`
  const start = `<ItemGroupData ItemGroupOID="${group.oid}"${key}${type}`
  return items === '' ? `${start}/>` : `${start}>${items}</ItemGroupData>`
}

function itemData({ item, value }: Cell, type: string): string {
  if (value === null) return `<ItemData ItemOID="${item.oid}"${type} IsNull="Yes"/>`
  const exact = isExact(value) ? '' : exactly(value)
  return `<ItemData ItemOID="${item.oid}"${type} Value="${escaped(value)}"${exact}/>`
}

/** A text with characters that XML cannot hold, once more and whole: as JSON writes it in ASCII. */
function exactly(value: string): string {
  const json = JSON.stringify(value).replace(
    /[^ -~]/g,
    found => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return ` xmlns:lobule="${LOBULE_NAMESPACE}"${attribute('lobule:Exact', json)}`
}

function removedItem({ item }: Cell): string {
  return `<ItemData ItemOID="${item.oid}"${transaction('Remove')}/>`
}
