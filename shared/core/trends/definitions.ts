import { Analyte, analytes } from '../analytes.ts'
import { type ScoreId, scoreCatalogue } from '../scores/catalogue.ts'
import { type LocalizedText, text } from '../text.ts'
import { type Measure, ScoreSeries, type SeriesId } from './series.ts'

/** What a line of a chart is called, and its unit in UCUM. */
export interface SeriesDefinition {
  readonly name: LocalizedText
  readonly abbreviation: string
  readonly unit: string
}

const measure = (en: string, zh: string, abbreviation: string, unit: string): SeriesDefinition => ({
  ...{ name: text(en, zh), abbreviation, unit },
})

const measures: Readonly<Record<Measure, SeriesDefinition>> = {
  portal_diameter: measure('portal vein diameter', '门静脉内径', 'PVD', 'mm'),
  portal_mean_velocity: measure('portal vein mean velocity', '门静脉平均流速', 'PV Vmean', 'cm/s'),
  portal_maximum_velocity: measure('portal vein maximum velocity', '门静脉最大流速', 'PV Vmax', 'cm/s'),
  portal_flow_measured: measure('portal vein flow, measured', '门静脉血流量（测得）', 'PVF', 'mL/min'),
  liver_stiffness: measure('liver stiffness', '肝脏硬度', 'LSM', 'kPa'),
  spleen_stiffness: measure('spleen stiffness', '脾脏硬度', 'SSM', 'kPa'),
  spleen_length: measure('spleen length', '脾脏长径', 'SPL', 'mm'),
  ascites_grade: measure('ascites grade', '腹水分级', 'ASC', '1'),
  ascites_depth: measure('ascites depth', '腹水深度', 'ASC', 'cm'),
  ascites_volume: measure('ascites volume', '腹水量', 'ASC', 'mL'),
  abdominal_girth: measure('abdominal girth', '腹围', 'AC', 'cm'),
  body_weight: measure('body weight', '体重', 'BW', 'kg'),
  ishak_activity: measure('Ishak activity', 'Ishak炎症活动度', 'HAI', '1'),
  ishak_fibrosis: measure('Ishak fibrosis', 'Ishak纤维化分期', 'F', '1'),
  prothrombin_prolongation: measure('PT above control', 'PT较对照延长', 'ΔPT', 's'),
}

const abbreviations: Readonly<Record<ScoreSeries, string>> = {
  meld: 'MELD',
  meld_na: 'MELD-Na',
  meld_3_0: 'MELD 3.0',
  child_pugh: 'Child-Pugh',
  albi: 'ALBI',
  apri: 'APRI',
  fib_4: 'FIB-4',
  r_value: 'R',
  nr_value: 'nR',
  egfr_ckd_epi_2021: 'eGFR',
  portal_flow_computed: 'PVF*',
  congestion_index: 'CI',
}

/** Where the catalogue of scores has what a series draws. */
export function scoreIdOf(series: ScoreSeries): ScoreId {
  return series === 'portal_flow_computed' ? 'portal_flow' : series
}

/** A score as a line: where the catalogue names a score's own unit, the line has none. */
function scoreDefinition(series: ScoreSeries): SeriesDefinition {
  const { name, unit } = scoreCatalogue[scoreIdOf(series)]
  const computed = text('portal vein flow, computed', '门静脉血流量（计算）')
  return {
    name: series === 'portal_flow_computed' ? computed : name,
    abbreviation: abbreviations[series],
    unit: unit === '{score}' ? '1' : unit,
  }
}

const definitions = new Map<SeriesId, SeriesDefinition>([
  ...Analyte.options.map(id => [id, analytes[id]] as const),
  ...(Object.keys(measures) as Measure[]).map(id => [id, measures[id]] as const),
  ...ScoreSeries.options.map(id => [id, scoreDefinition(id)] as const),
])

/** Every series in the order in which charts list them. */
export const seriesOrder: readonly SeriesId[] = [...definitions.keys()]

/** Throws for no series: `SeriesId` has no others. */
export function seriesDefinition(id: SeriesId): SeriesDefinition {
  const found = definitions.get(id)
  if (found === undefined) throw new Error(`unhandled series: ${id}`)
  return found
}

/** Series spread over so many powers of ten that only a log scale shows them. */
export const logSeries: ReadonlySet<SeriesId> = new Set(['hbv_dna'])

/** Series of grades, of which a mean says nothing. */
export const gradeSeries: ReadonlySet<SeriesId> = new Set([
  'ascites_grade',
  'ishak_activity',
  'ishak_fibrosis',
])
