import type { KindDefinition } from './kind-definition.ts'

const event = (topic: string, category: string, topicFrom?: string): KindDefinition => ({
  domain: 'MH',
  topic,
  category,
  ...(topicFrom !== undefined && { topicFrom }),
})

const LIVER = 'LIVER DISEASE'
const GENERAL = 'GENERAL'

/** Diagnoses and dated events: MH. What a family had is there too, in a category of its own. */
export const historyKinds = {
  hepatitis_b: event('HEPATITIS B', LIVER),
  cirrhosis: event('CIRRHOSIS', LIVER),
  decompensation: event('HEPATIC DECOMPENSATION', LIVER),
  other_cause_of_cirrhosis: event('OTHER CAUSE OF CIRRHOSIS', LIVER),
  liver_malignancy: event('LIVER MALIGNANCY', LIVER),
  family_liver_malignancy: event('LIVER MALIGNANCY', 'FAMILY HISTORY'),
  other_tumour: event('TUMOUR IN ANOTHER ORGAN', GENERAL),
  hypersplenism: event('HYPERSPLENISM', LIVER),
  serious_bleeding_tendency: event('SERIOUS BLEEDING TENDENCY', GENERAL),
  active_bleeding: event('ACTIVE BLEEDING', GENERAL),
  medical_history: event('MEDICAL HISTORY', GENERAL, 'term'),
  upper_gi_bleeding: event('UPPER GASTROINTESTINAL BLEEDING', LIVER),
  hepatic_encephalopathy: event('HEPATIC ENCEPHALOPATHY', LIVER),
  spontaneous_peritonitis: event('SPONTANEOUS PERITONITIS', LIVER),
  infection: event('INFECTION', GENERAL),
  lactation: event('LACTATION', GENERAL),
} as const satisfies Readonly<Record<string, KindDefinition>>
