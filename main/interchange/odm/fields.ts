import { z } from 'zod'
import { type ItemType, itemTypeOf } from './item-type.ts'

/** One variable of a form: an ItemDef of ODM. */
export interface Item extends ItemType {
  readonly oid: string
  /** The names of the attributes that lead to it, such as `range`, `low`. */
  readonly path: readonly string[]
  readonly group: ItemGroup
  readonly mandatory: boolean
}

/** The items that stand together: those of the form itself, or those of each member of one of its lists. */
export interface ItemGroup {
  readonly oid: string
  readonly repeating: boolean
  /** The attribute that is the list. */
  readonly path: readonly string[]
  readonly items: Item[]
}

/** How a value is taken apart into items and put together again. */
export type Field =
  | { readonly is: 'value'; readonly item: Item }
  /** `given` is written where the group is there and holds nothing. */
  | { readonly is: 'group'; readonly members: readonly Member[]; readonly given?: Item }
  /** `count` tells an empty list from none, and a whole one from one that lost its end. */
  | { readonly is: 'list'; readonly count: Item; readonly of: Field }

interface Member {
  readonly name: string
  readonly field: Field
}

/** The fields of a form and the groups that its items stand in, the form's own first. */
export interface FormFields {
  readonly field: Extract<Field, { is: 'group' }>
  readonly groups: readonly ItemGroup[]
}

/** Where a schema stands while its form is made. */
interface Place {
  readonly form: string
  readonly path: readonly string[]
  readonly group: ItemGroup
  readonly groups: ItemGroup[]
  readonly mandatory: boolean
}

/** Takes the schema of a kind of record apart. Lists hold values or groups of values, as all of ours do, never lists. */
export function fieldsOf(form: string, schema: z.ZodObject): FormFields {
  const group: ItemGroup = { oid: `IG.${form}`, repeating: false, path: [], items: [] }
  const groups = [group]
  const place = { form, path: [], group, groups, mandatory: true }
  return { field: { is: 'group', members: membersOf(schema, place) }, groups }
}

function membersOf(schema: z.ZodObject, place: Place): Member[] {
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, member]) => {
    // The form tells the kind.
    if (name === 'kind' && place.path.length === 0) return []
    const mandatory = place.mandatory && !mayBeAbsent(member)
    const within = { ...place, path: [...place.path, name], mandatory }
    return [{ name, field: fieldOf(unwrapped(member), within) }]
  })
}

function fieldOf(schema: z.ZodType, place: Place): Field {
  if (schema instanceof z.ZodObject) return groupOf(schema, place)
  if (schema instanceof z.ZodArray) return listOf(schema as z.ZodArray<z.ZodType>, place)
  return { is: 'value', item: itemOf(itemTypeOf(schema), place) }
}

function groupOf(schema: z.ZodObject, place: Place): Field {
  const members = membersOf(schema, place)
  const mayBeEmpty = Object.values(schema.shape as Record<string, z.ZodType>).every(mayBeAbsent)
  if (!mayBeEmpty) return { is: 'group', members }
  const given = { ...place, path: [...place.path, 'given'], mandatory: false }
  return { is: 'group', members, given: itemOf({ dataType: 'text', length: 3, choices: ['Yes'] }, given) }
}

function listOf(schema: z.ZodArray<z.ZodType>, place: Place): Field {
  if (place.group.repeating) throw new Error(`a list in a list: ${place.path.join('.')}`)
  const count = itemOf({ dataType: 'integer', length: 4 }, { ...place, path: [...place.path, 'count'] })
  const name = [place.form, ...place.path].join('.')
  const group: ItemGroup = { oid: `IG.${name}`, repeating: true, path: place.path, items: [] }
  place.groups.push(group)
  const within = { ...place, group, mandatory: true }
  const element = unwrapped(schema.element)
  const of =
    element instanceof z.ZodObject
      ? fieldOf(element, within)
      : fieldOf(element, { ...within, path: [...place.path, 'value'] })
  return { is: 'list', count, of }
}

function itemOf(type: ItemType, { form, path, group, mandatory }: Place): Item {
  // Where a fact comes from is asked of every kind alike: one definition for all.
  const name = path[0] === 'source' ? path : [form, ...path]
  const item = { ...type, oid: `I.${name.join('.')}`, path, group, mandatory }
  group.items.push(item)
  return item
}

function mayBeAbsent(schema: z.ZodType): boolean {
  return schema.isOptional() || schema instanceof z.ZodExactOptional
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional || schema instanceof z.ZodNullable
  return isWrapped ? unwrapped(schema.unwrap() as z.ZodType) : schema
}
