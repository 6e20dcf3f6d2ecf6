import type { VisitAssessment } from '../schedule/calendar.ts'
import type { SeriesId } from './series.ts'

/** Which series the assessments of both records ask for. Where any of several answers one, all of them are named. */
const assessed: Readonly<Record<string, readonly SeriesId[]>> = {
  'total-bilirubin': ['bilirubin_total'],
  tbil: ['bilirubin_total'],
  albumin: ['albumin'],
  alb: ['albumin'],
  alt: ['alanine_aminotransferase'],
  ast: ['aspartate_aminotransferase'],
  ggt: ['gamma_glutamyl_transferase'],
  alp: ['alkaline_phosphatase'],
  che: ['cholinesterase'],
  inr: ['inr'],
  pt: ['prothrombin_time'],
  pta: ['prothrombin_activity'],
  coagulation: ['prothrombin_time', 'prothrombin_prolongation', 'inr', 'prothrombin_activity'],
  immunoglobulin: ['immunoglobulin_g', 'immunoglobulin_a', 'immunoglobulin_m'],
  'hbv-dna': ['hbv_dna'],
  meld: ['meld', 'meld_na', 'meld_3_0'],
  'child-pugh': ['child_pugh'],
  'ishak-inflammation': ['ishak_activity'],
  'ishak-fibrosis': ['ishak_fibrosis'],
  'portal-vein-flow': [
    'portal_mean_velocity',
    'portal_maximum_velocity',
    'portal_flow_measured',
    'portal_flow_computed',
  ],
  'portal-vein-width': ['portal_diameter'],
  'abdominal-volume': ['ascites_volume', 'abdominal_girth'],
  'liver-stiffness': ['liver_stiffness'],
  'spleen-stiffness': ['spleen_stiffness'],
}

/** The series that a visit which took place asks for and has no value of. */
export function lackingSeries(assessments: readonly VisitAssessment[]): SeriesId[] {
  const lacking = assessments.filter(({ state }) => state !== 'entered' && state !== 'planned')
  return [...new Set(lacking.flatMap(({ id }) => (Object.hasOwn(assessed, id) ? (assessed[id] ?? []) : [])))]
}
