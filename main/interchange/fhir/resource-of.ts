import type { FactContent, FactContentOf } from '#shared/core/facts/content.ts'
import { factNames } from '#shared/core/names.ts'
import { choiceName } from '../choice-name.ts'
import { adverseEventOf } from './adverse-event.ts'
import { attributesBeside, concept, decimal, periodOf, timesOf } from './elements.ts'
import { laboratoryOf, observationOf } from './observation.ts'
import type { Reference } from './r4/datatypes.ts'
import type { Resource, ResourceOf } from './r4/resources.ts'
import { identified, type StandingFact, unlessRetracted } from './standing-fact.ts'
import { ATC, CHOICE, KIND, REGISTRY, terminology } from './systems.ts'

/** A kind of fact that this file makes a resource of. */
type Of<K extends FactContent['kind']> = StandingFact<FactContentOf<K>>

/** The resource of a fact; undefined for enrolments, which make one ResearchSubject together. */
export function resourceOf(fact: StandingFact, subject: Reference): Resource | undefined {
  const { kind } = fact.content
  switch (kind) {
    case 'laboratory':
      return laboratoryOf(fact as Of<'laboratory'>, subject)
    case 'family_liver_malignancy':
      return familyHistoryOf(fact as Of<typeof kind>, subject)
    case 'concomitant_medication':
    case 'antiviral_treatment':
    case 'anticoagulation':
      return medicationOf(fact as Of<typeof kind>, subject)
    case 'dose':
      return administrationOf(fact as Of<typeof kind>, subject)
    case 'albumin_infusion':
    case 'paracentesis':
    case 'transfusion':
    case 'tips':
    case 'liver_transplant':
    case 'cell_therapy':
    case 'dialysis':
    case 'conservative_treatment':
      return procedureOf(fact as Of<typeof kind>, subject)
    case 'visit':
      return encounterOf(fact as Of<typeof kind>, subject)
    case 'adverse_event':
      return adverseEventOf(fact as Of<typeof kind>, subject)
    case 'consent':
      return consentOf(fact as Of<typeof kind>, subject)
    case 'enrolment':
      return undefined
    case 'hepatitis_b':
    case 'cirrhosis':
    case 'decompensation':
    case 'other_cause_of_cirrhosis':
    case 'liver_malignancy':
    case 'other_tumour':
    case 'hypersplenism':
    case 'serious_bleeding_tendency':
    case 'active_bleeding':
    case 'medical_history':
    case 'upper_gi_bleeding':
    case 'hepatic_encephalopathy':
    case 'spontaneous_peritonitis':
    case 'infection':
    case 'lactation':
      return conditionOf(fact as Of<typeof kind>, subject)
    default:
      return observationOf(fact, subject)
  }
}

/** FHIR's word for how sure a diagnosis is; a malignancy that was ruled out must not read as one. */
const certainties = { confirmed: 'confirmed', suspected: 'provisional', ruled_out: 'refuted' } as const

function conditionOf(fact: StandingFact, subject: Reference): ResourceOf<'Condition'> {
  const { content, isRetracted } = fact
  const { from, to } = timesOf(content)
  const certainty = content.kind === 'liver_malignancy' ? content.certainty : undefined
  const verification = isRetracted ? 'entered-in-error' : certainty && certainties[certainty]
  // con-5: none where it was entered in error. Nor is a malignancy that was ruled out either active or over.
  const isAny = !isRetracted && verification !== 'refuted' && to !== undefined
  const clinical = to === 'ongoing' ? 'active' : 'resolved'
  const name = content.kind === 'medical_history' ? { text: content.term } : {}
  return {
    resourceType: 'Condition',
    ...identified(fact),
    ...attributesBeside(content, isAny ? ['from', 'to', 'certainty'] : ['from', 'certainty']),
    ...(isAny && { clinicalStatus: concept(terminology('condition-clinical'), clinical) }),
    ...(verification && { verificationStatus: concept(terminology('condition-ver-status'), verification) }),
    code: { ...concept(KIND, content.kind, factNames[content.kind]), ...name },
    subject,
    ...(from !== undefined && { onsetDateTime: from }),
    ...(isAny && to !== 'ongoing' && { abatementDateTime: to }),
    recordedDate: fact.enteredAt,
  }
}

function familyHistoryOf(
  fact: Of<'family_liver_malignancy'>,
  patient: Reference,
): ResourceOf<'FamilyMemberHistory'> {
  const { content } = fact
  return {
    resourceType: 'FamilyMemberHistory',
    ...identified(fact),
    ...attributesBeside(content, ['relation']),
    status: unlessRetracted(fact, 'partial'),
    patient,
    relationship: { text: content.relation },
    condition: [{ code: concept(KIND, content.kind, factNames[content.kind]) }],
  }
}

type Medication = FactContentOf<'concomitant_medication' | 'antiviral_treatment' | 'anticoagulation'>

function medicationOf(fact: StandingFact<Medication>, subject: Reference): ResourceOf<'MedicationStatement'> {
  const { content } = fact
  const { to } = content
  const { atc, dose, indication } = { atc: undefined, dose: undefined, indication: undefined, ...content }
  const name = content.kind === 'anticoagulation' ? content.agent : content.name
  const period = periodOf(timesOf(content))
  return {
    resourceType: 'MedicationStatement',
    ...identified(fact),
    ...attributesBeside({ ...content, about: content.kind }, NOT_BESIDE_MEDICATION),
    status: unlessRetracted(fact, to === undefined ? 'unknown' : to === 'ongoing' ? 'active' : 'completed'),
    medicationCodeableConcept: { ...(atc !== undefined && concept(ATC, atc)), text: name },
    subject,
    ...(Object.keys(period).length > 0 && { effectivePeriod: period }),
    dateAsserted: fact.enteredAt,
    ...(indication !== undefined && { reasonCode: [{ text: indication }] }),
    ...(dose !== undefined && { dosage: [{ text: dose }] }),
  }
}

const NOT_BESIDE_MEDICATION = ['from', 'to', 'name', 'agent', 'atc', 'dose', 'indication']

/** Which product a blinded dose was, nobody at the site knows: it is named by the protocol alone (trust.md K1). */
function administrationOf(fact: Of<'dose'>, subject: Reference): ResourceOf<'MedicationAdministration'> {
  const { content } = fact
  const { from, to, givenCells } = content
  return {
    resourceType: 'MedicationAdministration',
    ...identified(fact),
    ...attributesBeside(content, ['from', 'to', 'givenCells']),
    status: unlessRetracted(fact, 'completed'),
    medicationCodeableConcept: {
      text: `Product under study of ${content.protocol} / ${content.protocol} 试验用产品`,
    },
    subject,
    effectivePeriod: periodOf({ from, to }),
    ...(givenCells !== undefined && { dosage: { dose: { value: decimal(givenCells), unit: 'cells' } } }),
  }
}

function procedureOf(fact: StandingFact, subject: Reference): ResourceOf<'Procedure'> {
  const { content } = fact
  const { on, ...times } = timesOf(content)
  const period = periodOf(times)
  const isOver = on !== undefined || times.to !== undefined
  const status = times.to === 'ongoing' ? 'in-progress' : isOver ? 'completed' : 'unknown'
  return {
    resourceType: 'Procedure',
    ...identified(fact),
    ...attributesBeside(content, ['on', 'from', 'to']),
    status: unlessRetracted(fact, status),
    code: concept(KIND, content.kind, factNames[content.kind]),
    subject,
    ...(on !== undefined && { performedDateTime: on }),
    ...(Object.keys(period).length > 0 && { performedPeriod: period }),
  }
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
