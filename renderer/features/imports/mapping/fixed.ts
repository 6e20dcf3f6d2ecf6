import { imaging } from '#shared/core/facts/imaging.ts'
import type { ColumnRole, ExaminationField, TableAbout } from '#shared/core/imports/mapping.ts'

/** What holds for all rows of a sheet. */
export interface DraftFixed {
  readonly field: ExaminationField
  readonly value: string
}

/** Of a mapping, what tells which fields its columns hold. */
interface Sheet {
  readonly about: TableAbout
  readonly columns: readonly {
    readonly role: Exclude<ColumnRole, { as: 'analyte' }> | { readonly as: 'analyte' } | null
  }[]
}

interface Offered {
  readonly field: ExaminationField
  /** Those that the field can have; absent for free text. */
  readonly values?: readonly string[]
}

const { modality, breathing, fasting, flowObtained } = imaging.portal_vein.shape

const ofWhom: readonly Offered[] = [{ field: 'examiner' }, { field: 'device' }]
const ofElastography: readonly Offered[] = [{ field: 'probe' }, ...ofWhom]

const offered: Readonly<Record<TableAbout, readonly Offered[]>> = {
  laboratory: [],
  portal_vein: [
    { field: 'modality', values: modality.options },
    { field: 'breathing', values: breathing.unwrap().options },
    { field: 'fasting', values: fasting.unwrap().options },
    { field: 'flowObtained', values: flowObtained.unwrap().options },
    ...ofWhom,
  ],
  liver_stiffness: ofElastography,
  spleen_stiffness: ofElastography,
}

/** The fields that somebody may say for all rows: those that no column holds. */
export function fixedFieldsOf({ about, columns }: Sheet): Offered[] {
  const held = new Set(columns.flatMap(({ role }) => (role?.as === 'field' ? [role.field] : [])))
  return offered[about].filter(({ field }) => !held.has(field))
}

/** An examination of the portal vein is none without how it was made. */
export function isNeeded(field: ExaminationField): boolean {
  return field === 'modality'
}

/** Fields that no column holds and nobody has said although they are needed. */
export function openFixed(draft: Sheet & { readonly fixed: readonly DraftFixed[] }): number {
  const said = new Set(draft.fixed.map(({ field }) => field))
  return fixedFieldsOf(draft).filter(({ field }) => isNeeded(field) && !said.has(field)).length
}
