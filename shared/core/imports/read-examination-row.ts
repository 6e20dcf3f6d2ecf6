import { Decimal, DecimalText } from '../decimal.ts'
import type { FactContentOf } from '../facts/content.ts'
import type { Column, Columns } from './columns.ts'
import { fieldChoice, fieldText, isNumberField } from './examination-fields.ts'
import type { ExaminationField, Mapping } from './mapping.ts'
import type { Said } from './read-laboratory-row.ts'
import { type DecimalMark, isBlank, readValue } from './read-value.ts'
import { refusal } from './refusal.ts'
import type { Refusal } from './row.ts'

type Kind = Exclude<Mapping['about'], 'laboratory'>
type Fields = { -readonly [field in ExaminationField]?: string }

/** An examination without its time. */
export type Examination = Omit<FactContentOf<Kind>, 'on'>

/** Tables with one examination in each row. What the mapping fixes for all rows comes first. */
export function examinationReader(
  mapping: Mapping & { readonly about: Kind },
  columns: Columns,
): (cells: readonly string[]) => readonly Said<Examination>[] {
  const fields = columns.every('field')
  const fixed = fixedFields(mapping)
  const read = (cells: readonly string[]): Examination | Refusal => {
    const said: Fields = { ...fixed }
    for (const column of fields) {
      const value = readField(cells[column.index] ?? '', column, mapping.decimal)
      if (value === undefined) continue
      if (typeof value !== 'string') return value
      said[column.role.field] = value
    }
    return completed(mapping.about, said, fields)
  }
  return cells => [{ column: null, said: read(cells) }]
}

/** What holds for all rows; what cannot be read is named by `mappingProblems`. */
function fixedFields({ fixed = [] }: Mapping): Fields {
  const read = fixed.map(({ field, value }) => [field, fixedValue(field, value)] as const)
  return Object.fromEntries(read.filter(([, value]) => value !== undefined))
}

/** A fixed value as a content has it; undefined where the field has none of it. */
export function fixedValue(field: ExaminationField, value: string): string | undefined {
  if (isNumberField(field)) return undefined
  return fieldChoice(field, value) ?? fieldText(field, value)
}

type FieldColumn = ReturnType<Columns['every']>[number] & Column<Extract<Column['role'], { as: 'field' }>>

function readField(cell: string, column: FieldColumn, mark: DecimalMark): string | Refusal | undefined {
  const { field, factor } = column.role
  if (isBlank(cell)) return undefined
  if (!isNumberField(field)) return fixedValue(field, cell) ?? refusal('unreadable_field', column.name, cell)
  const read = readValue(cell, mark)
  if (read === undefined || read.comparator !== undefined)
    return refusal('unreadable_field', column.name, cell)
  if (factor === undefined) return read.value
  const multiplied = DecimalText.safeParse(new Decimal(read.value).times(factor).toFixed()).data
  return multiplied ?? refusal('unreadable_field', column.name, cell)
}

const MEASURED: Readonly<Record<Kind, readonly ExaminationField[]>> = {
  portal_vein: ['diameterMm', 'meanVelocityCmPerS', 'maximumVelocityCmPerS', 'flowMlPerMin'],
  liver_stiffness: ['kPa'],
  spleen_stiffness: ['kPa'],
}

/** An examination that measured nothing is refused, and so is one that does not say how a vein was seen. */
function completed(kind: Kind, said: Fields, columns: readonly FieldColumn[]): Examination | Refusal {
  const nameOf = (field: ExaminationField) => columns.find(({ role }) => role.field === field)?.name ?? null
  const [measured = 'kPa', ...others] = MEASURED[kind]
  if ([measured, ...others].every(field => said[field] === undefined))
    return refusal('no_value', others.length === 0 ? nameOf(measured) : null, null)
  if (kind === 'portal_vein' && said.modality === undefined)
    return refusal('unreadable_field', nameOf('modality'), null)
  return { kind, ...said } as Examination
}
