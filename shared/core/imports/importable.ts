import type { FactContent } from '../facts/content.ts'

/** What tables and FHIR bring. */
const measured = ['laboratory', 'portal_vein', 'liver_stiffness', 'spleen_stiffness'] as const

/** What an ODM file may bring besides: what was found or happened, and nothing that somebody decided. */
const told = [
  ...['hepatitis_b', 'cirrhosis', 'decompensation', 'other_cause_of_cirrhosis', 'liver_malignancy'],
  ...['family_liver_malignancy', 'other_tumour', 'hypersplenism', 'serious_bleeding_tendency'],
  ...['active_bleeding', 'medical_history', 'concomitant_medication', 'anticoagulation', 'upper_gi_bleeding'],
  ...['hepatic_encephalopathy', 'spontaneous_peritonitis', 'infection', 'cell_therapy', 'dialysis'],
  ...['lactation', 'conservative_treatment', 'antiviral_treatment', 'pregnancy_test', 'albumin_infusion'],
  ...['paracentesis', 'transfusion', 'tips', 'body_weight', 'vital_signs', 'quality_of_life', 'ascites'],
  ...['abdominal_girth', 'spleen_size', 'histology', 'contact', 'negative_finding', 'not_known'],
]

const kindsOf: Readonly<Record<'table' | 'fhir' | 'odm', ReadonlySet<string>>> = {
  table: new Set(measured),
  fhir: new Set(measured),
  odm: new Set([...measured, ...told]),
}

/**
 * Whether a file may bring such a fact. What takes a person's judgement, signature or second person is charted by the
 * people themselves: consent, enrolment, doses, visits, adverse events and everything said of them.
 */
export function isImportable(kind: FactContent['kind'], from: keyof typeof kindsOf): boolean {
  return kindsOf[from].has(kind)
}
