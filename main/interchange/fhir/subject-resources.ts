import type { SiteData, SubjectData } from '../site-data.ts'
import { concept, referenceTo, uuidOf } from './elements.ts'
import { researchSubjects } from './enrolments.ts'
import { provenanceOf, signatureProvenance } from './provenance.ts'
import type { Reference } from './r4/datatypes.ts'
import type { Resource, ResourceOf } from './r4/resources.ts'
import { resourceOf } from './resource-of.ts'
import { type StandingFact, standingFacts } from './standing-fact.ts'
import { LOINC, screeningNumbersOf, terminology } from './systems.ts'

/** Everything of one patient: the person, what is charted, and who charted or signed it. */
export function subjectResources(subject: SubjectData, data: SiteData): Resource[] {
  const facts = standingFacts(subject.facts)
  const patient = referenceTo(uuidOf('patient', subject.id))
  const made = facts.flatMap(fact => {
    const resource = resourceOf(fact, patient)
    return resource === undefined ? [] : [[fact.id, resource] as const]
  })
  const enrolled = researchSubjects(facts, patient, data)
  const targets = new Map(
    [...made, ...factsOf(enrolled)].map(([id, { id: uuid }]) => [id, referenceTo(uuid)]),
  )
  return [
    patientOf(subject, facts, data),
    ...made.map(([, resource]) => resource),
    ...reportsOf(facts, subject, patient),
    ...enrolled,
    ...subject.facts.map(record => provenanceOf(record, targets.get(record.id) ?? patient)),
    ...subject.signatures.map(signature =>
      signatureProvenance(signature, targets.get(signature.event ?? '') ?? patient),
    ),
  ]
}

/** Each enrolment fact beside the ResearchSubject that it is part of. */
function factsOf(enrolled: readonly ResourceOf<'ResearchSubject'>[]) {
  return enrolled.flatMap(resource => resource.identifier.map(({ value }) => [value, resource] as const))
}

function patientOf(
  { id, screeningNumber, sex, birthDate, fullName, initials }: SubjectData,
  facts: readonly StandingFact[],
  { site }: SiteData,
): ResourceOf<'Patient'> {
  const name = fullName ?? initials
  const death = facts.find(({ content, isRetracted }) => content.kind === 'death' && !isRetracted)?.content
  return {
    resourceType: 'Patient',
    id: uuidOf('patient', id),
    identifier: [{ system: screeningNumbersOf(site.number), value: screeningNumber }],
    ...(name !== undefined && { name: [{ text: name }] }),
    gender: sex,
    ...(birthDate !== undefined && { birthDate }),
    ...(death?.kind === 'death' && { deceasedDateTime: death.on }),
  }
}

/** What a laboratory reported of one specimen time, as it is seen on paper. */
function reportsOf(
  facts: readonly StandingFact[],
  subject: SubjectData,
  patient: Reference,
): ResourceOf<'DiagnosticReport'>[] {
  const results = facts.flatMap(({ id, content, isRetracted }) =>
    content.kind === 'laboratory' && !isRetracted ? [{ id, content }] : [],
  )
  const reports = Map.groupBy(results, ({ content: { on, laboratory } }) => JSON.stringify([on, laboratory]))
  return [...reports].flatMap(([key, members]): ResourceOf<'DiagnosticReport'>[] => {
    const content = members[0]?.content
    if (content === undefined) return []
    const { on, laboratory } = content
    return [
      {
        resourceType: 'DiagnosticReport',
        id: uuidOf('report', `${subject.id} ${key}`),
        status: 'final',
        category: [concept(terminology('v2-0074'), 'LAB')],
        code: concept(LOINC, '11502-2'),
        subject: patient,
        effectiveDateTime: on,
        ...(laboratory !== undefined && { performer: [{ display: laboratory }] }),
        result: members.map(({ id }) => referenceTo(uuidOf('fact', id))),
      },
    ]
  })
}
