import type { FactContent } from '#shared/core/facts/content.ts'

/** Any kind of content, the two that speak about other kinds included. */
export type AnyKind = FactContent['kind']

/** The kinds of facts as a clinician reads a chart: the disease, its course, what was done, what was measured. */
export const factGroups = {
  disease: [
    'hepatitis_b',
    'cirrhosis',
    'other_cause_of_cirrhosis',
    'liver_malignancy',
    'family_liver_malignancy',
    'other_tumour',
    'medical_history',
  ],
  decompensation: [
    'decompensation',
    'upper_gi_bleeding',
    'hepatic_encephalopathy',
    'spontaneous_peritonitis',
    'hypersplenism',
    'serious_bleeding_tendency',
    'active_bleeding',
  ],
  events: ['infection', 'dialysis', 'pregnancy_test', 'lactation', 'transplant_assessment'],
  treatments: [
    'antiviral_treatment',
    'conservative_treatment',
    'albumin_infusion',
    'transfusion',
    'paracentesis',
    'tips',
    'cell_therapy',
    'anticoagulation',
    'concomitant_medication',
  ],
  laboratory: ['laboratory'],
  imaging: [
    'portal_vein',
    'ascites',
    'abdominal_girth',
    'liver_stiffness',
    'spleen_stiffness',
    'spleen_size',
    'histology',
  ],
  measurements: ['body_weight', 'vital_signs', 'quality_of_life'],
  trial: ['enrolment', 'dose_checklist', 'dose', 'visit', 'contact', 'liver_transplant', 'death'],
  safety: ['adverse_event', 'causality', 'result_assessment', 'safety_report', 'unblinding', 'pregnancy'],
  decisions: ['consent', 'judgement'],
  negative: ['negative_finding'],
  notKnown: ['not_known'],
} as const satisfies Record<string, readonly AnyKind[]>

export type FactGroup = keyof typeof factGroups

/** The groups in clinical order. */
export const FACT_GROUPS = Object.keys(factGroups) as readonly FactGroup[]

const order = FACT_GROUPS.flatMap((group): readonly AnyKind[] => factGroups[group])

/** The place of a kind in clinical order. */
export function placeOfKind(kind: AnyKind): number {
  return order.indexOf(kind)
}
