import type { FactContentOf } from '#shared/core/facts/content.ts'
import { factNames } from '#shared/core/names.ts'
import { attributesBeside, concept, timesOf } from './elements.ts'
import type { Reference } from './r4/datatypes.ts'
import type { ResourceOf } from './r4/resources.ts'
import { identified, type StandingFact, unlessRetracted } from './standing-fact.ts'
import { KIND, terminology } from './systems.ts'

/** FHIR's word for how sure a diagnosis is; a malignancy that was ruled out must not read as one. */
const certainties = { confirmed: 'confirmed', suspected: 'provisional', ruled_out: 'refuted' } as const

/** An illness or an event that lasts. */
export function conditionOf(fact: StandingFact, subject: Reference): ResourceOf<'Condition'> {
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

/** A malignancy of a relative. */
export function familyHistoryOf(
  fact: StandingFact<FactContentOf<'family_liver_malignancy'>>,
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
