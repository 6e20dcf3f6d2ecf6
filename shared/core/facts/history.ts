import { z } from 'zod'
import { EventTime } from '../civil-date.ts'
import { DecimalText, NonNegativeDecimalText } from '../decimal.ts'

/**
 * A state or event that lasts from one day to another, both included. `from` absent: start not known.
 * `to` absent: not known whether it has ended; `ongoing` only where that was said.
 */
const episode = {
  from: EventTime.optional(),
  to: z.union([EventTime, z.literal('ongoing')]).optional(),
}

/** Something done or observed on one day. */
const onDay = { on: EventTime }

const name = z.string().trim().min(1).max(200)
const yesNo = z.enum(['yes', 'no'])

/** Diagnoses and history. */
export const history = {
  hepatitis_b: z.strictObject({ kind: z.literal('hepatitis_b'), ...episode }),
  cirrhosis: z.strictObject({ kind: z.literal('cirrhosis'), ...episode }),
  decompensation: z.strictObject({
    kind: z.literal('decompensation'),
    ...episode,
    manifestation: z.enum(['ascites', 'variceal_bleeding', 'encephalopathy', 'jaundice', 'other']).optional(),
  }),
  other_cause_of_cirrhosis: z.strictObject({
    kind: z.literal('other_cause_of_cirrhosis'),
    ...episode,
    type: z.enum(['alcoholic', 'hepatitis_c', 'autoimmune', 'other']),
    description: name.optional(),
  }),
  liver_malignancy: z.strictObject({
    kind: z.literal('liver_malignancy'),
    ...episode,
    certainty: z.enum(['confirmed', 'suspected', 'ruled_out']).optional(),
    description: name.optional(),
  }),
  family_liver_malignancy: z.strictObject({
    kind: z.literal('family_liver_malignancy'),
    ...episode,
    relation: name,
    line: z.enum(['lineal', 'sibling', 'collateral']).optional(),
    generationsApart: z.int().min(0).max(6).optional(),
  }),
  other_tumour: z.strictObject({
    kind: z.literal('other_tumour'),
    ...episode,
    site: name,
    malignant: yesNo.optional(),
  }),
  hypersplenism: z.strictObject({
    kind: z.literal('hypersplenism'),
    ...episode,
    needsSplenectomy: yesNo.optional(),
  }),
  serious_bleeding_tendency: z.strictObject({
    kind: z.literal('serious_bleeding_tendency'),
    ...episode,
    description: name.optional(),
  }),
  active_bleeding: z.strictObject({ kind: z.literal('active_bleeding'), ...episode, site: name.optional() }),
  transplant_assessment: z.strictObject({
    kind: z.literal('transplant_assessment'),
    ...onDay,
    suitability: z.enum(['suitable', 'unsuitable']).optional(),
    donorLiver: z.enum(['available', 'none']).optional(),
  }),
  medical_history: z.strictObject({
    kind: z.literal('medical_history'),
    ...episode,
    term: name,
  }),
  concomitant_medication: z.strictObject({
    kind: z.literal('concomitant_medication'),
    ...episode,
    name,
    atc: z
      .string()
      .regex(/^[A-Z]\d{2}(?:[A-Z](?:[A-Z](?:\d{2})?)?)?$/, 'an ATC code such as J05AF10')
      .optional(),
    dose: name.optional(),
    indication: name.optional(),
  }),
  anticoagulation: z.strictObject({ kind: z.literal('anticoagulation'), ...episode, agent: name }),
}

/** Dated events and treatments. */
export const events = {
  upper_gi_bleeding: z.strictObject({
    kind: z.literal('upper_gi_bleeding'),
    ...episode,
    clinicallySignificant: yesNo.optional(),
  }),
  hepatic_encephalopathy: z.strictObject({
    kind: z.literal('hepatic_encephalopathy'),
    ...episode,
    westHaven: z.enum(['minimal', 'grade_1', 'grade_2', 'grade_3', 'grade_4', 'ungraded']),
  }),
  spontaneous_peritonitis: z.strictObject({ kind: z.literal('spontaneous_peritonitis'), ...episode }),
  infection: z.strictObject({
    kind: z.literal('infection'),
    ...episode,
    type: z.enum(['viral', 'bacterial', 'fungal', 'unidentified']),
    organism: name.optional(),
    site: name.optional(),
  }),
  cell_therapy: z.strictObject({ kind: z.literal('cell_therapy'), ...episode, product: name }),
  dialysis: z.strictObject({ kind: z.literal('dialysis'), ...episode, sessions: z.int().min(1).optional() }),
  lactation: z.strictObject({ kind: z.literal('lactation'), ...episode }),
  conservative_treatment: z.strictObject({
    kind: z.literal('conservative_treatment'),
    ...episode,
    description: name.optional(),
    symptoms: z.enum(['relieved', 'not_relieved']).optional(),
    qualityOfLife: z.enum(['improved', 'not_improved']).optional(),
  }),
  antiviral_treatment: z.strictObject({
    kind: z.literal('antiviral_treatment'),
    ...episode,
    name,
    atc: z
      .string()
      .regex(/^J05[A-Z]{0,2}\d{0,2}$/, 'an ATC code under J05')
      .optional(),
  }),
  pregnancy_test: z.strictObject({
    kind: z.literal('pregnancy_test'),
    ...onDay,
    result: z.enum(['negative', 'positive']),
    specimen: z.enum(['urine', 'serum']).optional(),
  }),
}

/** Done on one day; a negative finding can exclude them over a span of days. */
export const procedures = {
  albumin_infusion: z.strictObject({
    kind: z.literal('albumin_infusion'),
    ...onDay,
    grams: NonNegativeDecimalText.optional(),
  }),
  paracentesis: z.strictObject({
    kind: z.literal('paracentesis'),
    ...onDay,
    litres: NonNegativeDecimalText.optional(),
  }),
  transfusion: z.strictObject({
    kind: z.literal('transfusion'),
    ...onDay,
    component: z.enum(['red_cells', 'plasma', 'platelets', 'other']),
    units: NonNegativeDecimalText.optional(),
  }),
  tips: z.strictObject({ kind: z.literal('tips'), ...onDay }),
}

/** Bedside measurements. */
export const measurements = {
  body_weight: z.strictObject({ kind: z.literal('body_weight'), ...onDay, kg: NonNegativeDecimalText }),
  vital_signs: z.strictObject({
    kind: z.literal('vital_signs'),
    ...onDay,
    systolicMmHg: z.int().min(30).max(300).optional(),
    diastolicMmHg: z.int().min(10).max(200).optional(),
    pulsePerMinute: z.int().min(20).max(300).optional(),
    temperatureCel: DecimalText.optional(),
    respirationPerMinute: z.int().min(2).max(100).optional(),
    oxygenSaturationPercent: z.int().min(20).max(100).optional(),
  }),
  quality_of_life: z.strictObject({
    kind: z.literal('quality_of_life'),
    ...onDay,
    instrument: name,
    score: DecimalText,
  }),
}
