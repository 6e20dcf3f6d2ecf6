import type { FactContentOf } from '#shared/core/facts/content.ts'
import { factNames } from '#shared/core/names.ts'
import { attributesBeside, concept, decimal, periodOf, timesOf } from './elements.ts'
import type { Reference } from './r4/datatypes.ts'
import type { ResourceOf } from './r4/resources.ts'
import { identified, type StandingFact, unlessRetracted } from './standing-fact.ts'
import { ATC, KIND } from './systems.ts'

type Medication = FactContentOf<'concomitant_medication' | 'antiviral_treatment' | 'anticoagulation'>

/** A medicine that was taken. */
export function medicationOf(
  fact: StandingFact<Medication>,
  subject: Reference,
): ResourceOf<'MedicationStatement'> {
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
export function administrationOf(
  fact: StandingFact<FactContentOf<'dose'>>,
  subject: Reference,
): ResourceOf<'MedicationAdministration'> {
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

/** What was done, on one day or over some. */
export function procedureOf(fact: StandingFact, subject: Reference): ResourceOf<'Procedure'> {
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
