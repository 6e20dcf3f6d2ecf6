import type { EventTime } from '../civil-date.ts'
import type { FactContent, FactContentOf } from '../facts/content.ts'
import type { Measure } from './series.ts'
import type { Circumstances, Value } from './value.ts'

interface BedsideValues {
  readonly on: EventTime
  readonly values: readonly Value[]
  readonly circumstances: Circumstances
}

/** What an examination, a biopsy or the scales measured; undefined for facts that are no such thing. */
export function bedsideValues(content: FactContent): BedsideValues | undefined {
  if (!isExamination(content)) return undefined
  const valuesOf = readers[content.kind] as (content: Examination) => readonly Value[]
  return examined(content, valuesOf(content))
}

type Readers = {
  readonly [K in
    | 'portal_vein'
    | 'ascites'
    | 'abdominal_girth'
    | Stiffness
    | 'spleen_size'
    | 'histology'
    | 'body_weight']: (content: FactContentOf<K>) => readonly Value[]
}
type Stiffness = 'liver_stiffness' | 'spleen_stiffness'
type Examination = FactContentOf<keyof Readers>

const readers: Readers = {
  portal_vein: portalValues,
  ascites: content => [
    grade('ascites_grade', ascitesGrades[content.grade]),
    ...number('ascites_depth', content.depthCm, 'cm'),
    ...number('ascites_volume', content.volumeMl, 'mL'),
  ],
  abdominal_girth: ({ cm }) => number('abdominal_girth', cm, 'cm'),
  liver_stiffness: ({ kPa }) => number('liver_stiffness', kPa, 'kPa'),
  spleen_stiffness: ({ kPa }) => number('spleen_stiffness', kPa, 'kPa'),
  spleen_size: ({ lengthMm }) => number('spleen_length', lengthMm, 'mm'),
  histology: histologyValues,
  body_weight: ({ kg }) => number('body_weight', kg, 'kg'),
}

function isExamination(content: FactContent): content is Examination {
  return Object.hasOwn(readers, content.kind)
}

/** A grade of ascites as the number that its name says; none is 0. */
const ascitesGrades = { none: 0, grade_1: 1, grade_2: 2, grade_3: 3 } as const

function portalValues(content: FactContentOf<'portal_vein'>): Value[] {
  const { flowMlPerMin: flow, flowObtained } = content
  const measured = number('portal_flow_measured', flow, 'mL/min')
  return [
    ...number('portal_diameter', content.diameterMm, 'mm'),
    ...number('portal_mean_velocity', content.meanVelocityCmPerS, 'cm/s'),
    ...number('portal_maximum_velocity', content.maximumVelocityCmPerS, 'cm/s'),
    // Computed by the device, or nobody said how: listed, never a point of the measured line.
    ...measured.map(value => (flowObtained === 'measured' ? value : { ...value, value: null })),
  ]
}

/** The activity is the sum of its four parts, and unknown where one of them is. */
function histologyValues(content: FactContentOf<'histology'>): Value[] {
  const { interfaceHepatitis, confluentNecrosis, focalNecrosis, portalInflammation, fibrosis } = content
  const parts = [interfaceHepatitis, confluentNecrosis, focalNecrosis, portalInflammation]
  const known = parts.filter(part => part !== undefined)
  const activity = known.reduce((sum, part) => sum + part, 0)
  return [
    ...(known.length === parts.length
      ? [{ ...grade('ishak_activity', activity), printed: `${known.join(' + ')} = ${activity}` }]
      : []),
    ...(fibrosis === undefined ? [] : [grade('ishak_fibrosis', fibrosis)]),
  ]
}

function number(series: Measure, text: string | undefined, unit: string): Value[] {
  if (text === undefined) return []
  return [{ series, value: Number(text), printed: `${text} ${unit}`, ...bare }]
}

function grade(series: Measure, value: number): Value {
  return { series, value, printed: `${value}`, ...bare }
}

const bare = { comparator: null, low: null, high: null }

/** Another way of imaging is another device, whatever its name. */
function examined(
  content: Partial<Pick<FactContentOf<'portal_vein'>, 'examiner' | 'device' | 'breathing' | 'modality'>> & {
    readonly on: EventTime
  },
  values: readonly Value[],
): BedsideValues {
  const { on, examiner = null, device, breathing = null, modality } = content
  const means = [modality, device].filter(part => part !== undefined).join(' ')
  return {
    on,
    values,
    circumstances: { by: examiner, device: means === '' ? null : means, breathing, isUnfit: false },
  }
}
