import type { Series, SeriesId } from '#shared/core/trends/series.ts'

/** The parts of the view, in the order in which a hepatologist reads them. */
export const PANEL_GROUPS = [
  'scores',
  'liver',
  'coagulation',
  'virus',
  'renal',
  'tumour',
  'immunoglobulins',
  'portal',
  'stiffness',
  'ascites',
  'histology',
  'blood',
] as const
type PanelGroup = (typeof PANEL_GROUPS)[number]

/** One small chart: a series, or several of the same unit. */
export interface PanelDefinition {
  readonly id: string
  readonly group: PanelGroup
  readonly series: readonly SeriesId[]
}

function each(group: PanelGroup, series: readonly SeriesId[]): PanelDefinition[] {
  return series.map(id => ({ id, group, series: [id] }))
}

/** Every chart there is. What is measured and what is computed of it stand in one chart and stay two lines. */
const PANELS: readonly PanelDefinition[] = [
  { id: 'meld', group: 'scores', series: ['meld', 'meld_na', 'meld_3_0'] },
  ...each('scores', ['child_pugh', 'albi']),
  { id: 'fibrosis_indices', group: 'scores', series: ['apri', 'fib_4'] },
  { id: 'injury_pattern', group: 'scores', series: ['r_value', 'nr_value'] },
  ...each('liver', [
    'alanine_aminotransferase',
    'aspartate_aminotransferase',
    'bilirubin_total',
    'bilirubin_direct',
    'gamma_glutamyl_transferase',
    'alkaline_phosphatase',
    'albumin',
    'cholinesterase',
  ]),
  ...each('coagulation', [
    'prothrombin_time',
    'prothrombin_prolongation',
    'inr',
    'prothrombin_activity',
    'platelets',
  ]),
  { id: 'hbv_dna', group: 'virus', series: ['hbv_dna'] },
  ...each('renal', ['creatinine', 'sodium', 'egfr_ckd_epi_2021']),
  ...each('tumour', ['alpha_fetoprotein']),
  ...each('immunoglobulins', ['immunoglobulin_g', 'immunoglobulin_a', 'immunoglobulin_m']),
  ...each('portal', ['portal_diameter']),
  { id: 'portal_velocity', group: 'portal', series: ['portal_mean_velocity', 'portal_maximum_velocity'] },
  { id: 'portal_flow', group: 'portal', series: ['portal_flow_measured', 'portal_flow_computed'] },
  ...each('portal', ['congestion_index']),
  { id: 'stiffness', group: 'stiffness', series: ['liver_stiffness', 'spleen_stiffness'] },
  ...each('stiffness', ['spleen_length']),
  ...each('ascites', ['ascites_grade', 'ascites_depth', 'ascites_volume', 'abdominal_girth', 'body_weight']),
  ...each('histology', ['ishak_activity', 'ishak_fibrosis']),
  ...each('blood', ['leukocytes', 'neutrophils', 'hemoglobin', 'ammonia']),
]

/** The MELD variants; the protocol's reading says which of them counts. */
export type MeldVariant = 'meld' | 'meld_na' | 'meld_3_0'

/** The charts that have something to show, the MELD that counts in front of the others. */
export function panelsOf(series: readonly Series[], front: MeldVariant): PanelDefinition[] {
  const drawable = new Set(series.filter(({ points }) => points.length > 0).map(({ id }) => id))
  return PANELS.map(panel => ({
    ...panel,
    series: ordered(panel.series, front).filter(id => drawable.has(id)),
  })).filter(panel => panel.series.length > 0)
}

function ordered(series: readonly SeriesId[], front: MeldVariant): readonly SeriesId[] {
  return series.includes(front) ? [front, ...series.filter(id => id !== front)] : series
}

/** All series in the order of the charts, for tables and lists; what belongs to no chart comes last. */
export function inOrder(series: readonly Series[], front: MeldVariant): Series[] {
  const order = PANELS.flatMap(panel => ordered(panel.series, front))
  const place = (id: SeriesId) => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...series].sort((a, b) => place(a.id) - place(b.id))
}
