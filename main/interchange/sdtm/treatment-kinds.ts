import type { KindDefinition } from './kind-definition.ts'

const medication = (topic: string, more: Partial<KindDefinition>): KindDefinition => ({
  domain: 'CM',
  topic,
  ...more,
})
const procedure = (topic: string): KindDefinition => ({ domain: 'PR', topic })

/** Medicines: CM. Procedures: PR. The product under study: EX, named by no more than that (trust.md K1). */
export const treatmentKinds = {
  concomitant_medication: medication('CONCOMITANT MEDICATION', {
    topicFrom: 'name',
    as: { atc: 'CLASCD', dose: 'DOSTXT', indication: 'INDC' },
  }),
  anticoagulation: medication('ANTICOAGULATION', { topicFrom: 'agent', category: 'ANTICOAGULATION' }),
  antiviral_treatment: medication('ANTIVIRAL TREATMENT', {
    topicFrom: 'name',
    category: 'ANTIVIRAL TREATMENT',
    as: { atc: 'CLASCD' },
  }),
  albumin_infusion: medication('ALBUMIN', { as: { grams: 'DOSE' }, doseUnit: 'g' }),
  transfusion: medication('TRANSFUSION', {
    category: 'TRANSFUSION',
    as: { units: 'DOSE' },
    doseUnit: 'UNIT',
  }),
  paracentesis: procedure('PARACENTESIS'),
  tips: procedure('TRANSJUGULAR INTRAHEPATIC PORTOSYSTEMIC SHUNT'),
  dialysis: procedure('DIALYSIS'),
  cell_therapy: procedure('CELL THERAPY'),
  conservative_treatment: procedure('MEDICAL CONSERVATIVE TREATMENT'),
  liver_transplant: procedure('LIVER TRANSPLANTATION'),
  dose: {
    domain: 'EX',
    topic: 'STUDY PRODUCT',
    as: { givenCells: 'DOSE', identifier: 'REFID', number: 'NUM' },
    doseUnit: 'CELLS',
  },
} as const satisfies Readonly<Record<string, KindDefinition>>
