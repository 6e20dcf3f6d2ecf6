import type { FactContent, FactContentOf } from '#shared/core/facts/content.ts'
import { factNames } from '#shared/core/names.ts'
import { choiceName } from '../choice-name.ts'
import { adverseEventOf } from './adverse-event.ts'
import { attributesBeside, concept, periodOf } from './elements.ts'
import { conditionOf, familyHistoryOf } from './illness.ts'
import { laboratoryOf, observationOf } from './observation.ts'
import type { Reference } from './r4/datatypes.ts'
import type { Resource, ResourceOf } from './r4/resources.ts'
import { identified, type StandingFact, unlessRetracted } from './standing-fact.ts'
import { CHOICE, KIND, REGISTRY, terminology } from './systems.ts'
import { administrationOf, medicationOf, procedureOf } from './treatment.ts'

type Of<K extends FactContent['kind']> = StandingFact<FactContentOf<K>>
type Make<F extends StandingFact = StandingFact> = (fact: F, subject: Reference) => Resource | undefined

/** The resource of a fact; undefined for enrolments, which make one ResearchSubject together. */
export function resourceOf(fact: StandingFact, subject: Reference): Resource | undefined {
  return makers[fact.content.kind](fact, subject)
}

/** Whoever calls it has a fact of that kind. */
function of<F extends StandingFact>(make: Make<F>): Make {
  return make as Make
}

/** HL7's ActCode: at the site, or by telephone. */
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode'

function encounterOf(fact: Of<'visit'>, subject: Reference): ResourceOf<'Encounter'> {
  const { content } = fact
  const { from, to, visit, status, how } = content
  return {
    resourceType: 'Encounter',
    ...identified(fact),
    ...attributesBeside(content, ['from', 'to', 'visit']),
    status: unlessRetracted(fact, status === 'done' ? 'finished' : 'cancelled'),
    class: { system: ACT_CODE, code: how === 'telephone' ? 'VR' : 'AMB' },
    type: [concept(KIND, content.kind, factNames.visit), { text: visit }],
    subject,
    period: periodOf({ from, to }),
  }
}

const consents = {
  signed: 'active',
  not_yet: 'proposed',
  refused: 'rejected',
  withdrawn: 'inactive',
} as const

function consentOf(fact: Of<'consent'>, patient: Reference): ResourceOf<'Consent'> {
  const { content } = fact
  const { on, protocol, version, status } = content
  return {
    resourceType: 'Consent',
    ...identified(fact),
    status: unlessRetracted(fact, consents[status]),
    scope: concept(terminology('consentscope'), 'research'),
    category: [concept(CHOICE, status, choiceName(status))],
    patient,
    dateTime: on,
    policyRule: { coding: [{ system: REGISTRY, code: protocol }], text: version },
  }
}

const makers: Readonly<Record<FactContent['kind'], Make>> = {
  laboratory: of(laboratoryOf),
  family_liver_malignancy: of(familyHistoryOf),
  adverse_event: of(adverseEventOf),
  consent: of(consentOf),
  visit: of(encounterOf),
  dose: of(administrationOf),
  enrolment: () => undefined,
  concomitant_medication: of(medicationOf),
  antiviral_treatment: of(medicationOf),
  anticoagulation: of(medicationOf),
  albumin_infusion: procedureOf,
  paracentesis: procedureOf,
  transfusion: procedureOf,
  tips: procedureOf,
  liver_transplant: procedureOf,
  cell_therapy: procedureOf,
  dialysis: procedureOf,
  conservative_treatment: procedureOf,
  hepatitis_b: conditionOf,
  cirrhosis: conditionOf,
  decompensation: conditionOf,
  other_cause_of_cirrhosis: conditionOf,
  liver_malignancy: conditionOf,
  other_tumour: conditionOf,
  hypersplenism: conditionOf,
  serious_bleeding_tendency: conditionOf,
  active_bleeding: conditionOf,
  medical_history: conditionOf,
  upper_gi_bleeding: conditionOf,
  hepatic_encephalopathy: conditionOf,
  spontaneous_peritonitis: conditionOf,
  infection: conditionOf,
  lactation: conditionOf,
  abdominal_girth: observationOf,
  ascites: observationOf,
  body_weight: observationOf,
  causality: observationOf,
  contact: observationOf,
  death: observationOf,
  dose_checklist: observationOf,
  histology: observationOf,
  judgement: observationOf,
  liver_stiffness: observationOf,
  negative_finding: observationOf,
  not_known: observationOf,
  portal_vein: observationOf,
  pregnancy: observationOf,
  pregnancy_test: observationOf,
  quality_of_life: observationOf,
  result_assessment: observationOf,
  safety_report: observationOf,
  spleen_size: observationOf,
  spleen_stiffness: observationOf,
  transplant_assessment: observationOf,
  unblinding: observationOf,
  vital_signs: observationOf,
}
