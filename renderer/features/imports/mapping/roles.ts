import type { ExaminationField, TableAbout } from '#shared/core/imports/mapping.ts'
import type { DraftRole } from './mapping-draft.ts'

/** A role as a list offers it: one of the table's, or a field of the examination. */
export type RoleName = Exclude<DraftRole['as'], 'field'> | `field:${ExaminationField}`

interface RoleGroup {
  readonly group: 'needed' | 'value' | 'wide' | 'examination'
  readonly roles: readonly RoleName[]
}

const ofLaboratory: readonly RoleGroup[] = [
  { group: 'needed', roles: ['patient', 'date', 'time', 'test_code', 'test_name'] },
  {
    group: 'value',
    roles: [
      ...(['value', 'comparator', 'unit', 'range', 'range_low', 'range_high'] as const),
      ...(['control', 'specimen', 'specimen_condition'] as const),
    ],
  },
  { group: 'wide', roles: ['analyte'] },
]

const ofDoppler: readonly ExaminationField[] = [
  ...(['modality', 'breathing', 'fasting', 'diameterMm', 'meanVelocityCmPerS'] as const),
  ...(['maximumVelocityCmPerS', 'flowMlPerMin', 'flowObtained', 'examiner', 'device'] as const),
]
const ofElastography: readonly ExaminationField[] = ['kPa', 'probe', 'iqrToMedian', 'examiner', 'device']

function ofExamination(fields: readonly ExaminationField[]): readonly RoleGroup[] {
  return [
    { group: 'needed', roles: ['patient', 'date', 'time'] },
    { group: 'examination', roles: fields.map(field => `field:${field}` as const) },
  ]
}

/** What a column of a table can hold, in the order in which it is offered. */
export const rolesOf: Readonly<Record<TableAbout, readonly RoleGroup[]>> = {
  laboratory: ofLaboratory,
  portal_vein: ofExamination(ofDoppler),
  liver_stiffness: ofExamination(ofElastography),
  spleen_stiffness: ofExamination(ofElastography),
}

/** Units in which a sheet may give a measured field, and what each is multiplied by to become the field's own. */
export const unitsOfField: Partial<
  Record<ExaminationField, readonly (readonly [unit: string, factor: string])[]>
> = {
  diameterMm: [
    ['mm', '1'],
    ['cm', '10'],
  ],
  meanVelocityCmPerS: [
    ['cm/s', '1'],
    ['m/s', '100'],
    ['mm/s', '0.1'],
  ],
  maximumVelocityCmPerS: [
    ['cm/s', '1'],
    ['m/s', '100'],
    ['mm/s', '0.1'],
  ],
  flowMlPerMin: [
    ['mL/min', '1'],
    ['L/min', '1000'],
    ['mL/s', '60'],
  ],
  iqrToMedian: [
    ['0.15', '1'],
    ['15 %', '0.01'],
  ],
}

export function nameOfRole(role: DraftRole): RoleName {
  return role.as === 'field' ? `field:${role.field}` : role.as
}

/** A role as it is when somebody has just chosen it. */
export function roleNamed(name: RoleName): DraftRole {
  if (name === 'analyte') return { as: name, loinc: '', unit: '' }
  if (!isField(name)) return { as: name }
  return { as: 'field', field: name.slice('field:'.length) as ExaminationField }
}

function isField(name: RoleName): name is `field:${ExaminationField}` {
  return name.startsWith('field:')
}
