import { z } from 'zod'
import {
  CodeableConcept,
  Coding,
  DateTime,
  Extension,
  Id,
  Identifier,
  Instant,
  Period,
  Quantity,
  Reference,
  Text,
  Uri,
} from './datatypes.ts'

const list = <S extends z.ZodType>(schema: S) => z.array(schema).min(1)
const base = { id: Id, extension: list(Extension).exactOptional() }
const identified = { ...base, identifier: list(Identifier) }

const Patient = z.strictObject({
  resourceType: z.literal('Patient'),
  ...identified,
  name: list(z.strictObject({ text: Text })).exactOptional(),
  gender: z.enum(['male', 'female', 'other', 'unknown']),
  birthDate: DateTime.exactOptional(),
  deceasedDateTime: DateTime.exactOptional(),
})

const Practitioner = z.strictObject({
  resourceType: z.literal('Practitioner'),
  ...identified,
  name: list(z.strictObject({ text: Text })).exactOptional(),
})

const PractitionerRole = z.strictObject({
  resourceType: z.literal('PractitionerRole'),
  ...base,
  practitioner: Reference,
  organization: Reference,
  code: list(CodeableConcept),
})

const Organization = z.strictObject({
  resourceType: z.literal('Organization'),
  ...identified,
  name: Text,
})

const ResearchStudy = z.strictObject({
  resourceType: z.literal('ResearchStudy'),
  ...identified,
  title: Text,
  status: z.enum(['active', 'approved', 'completed', 'in-review', 'withdrawn']),
})

const value = {
  valueQuantity: Quantity.exactOptional(),
  valueCodeableConcept: CodeableConcept.exactOptional(),
  valueString: Text.exactOptional(),
  valueInteger: z.int().exactOptional(),
  valueBoolean: z.boolean().exactOptional(),
  valueDateTime: DateTime.exactOptional(),
  dataAbsentReason: CodeableConcept.exactOptional(),
}

const Component = z
  .strictObject({ extension: list(Extension).exactOptional(), code: CodeableConcept, ...value })
  .refine(hasOneValue)
export type Component = z.infer<typeof Component>

const Specimen = z.strictObject({
  resourceType: z.literal('Specimen'),
  id: Id,
  condition: list(CodeableConcept),
})

const Observation = z
  .strictObject({
    resourceType: z.literal('Observation'),
    ...identified,
    contained: list(Specimen).exactOptional(),
    status: z.enum(['final', 'amended', 'corrected', 'entered-in-error']),
    category: list(CodeableConcept).exactOptional(),
    code: CodeableConcept,
    subject: Reference,
    effectiveDateTime: DateTime.exactOptional(),
    effectivePeriod: Period.exactOptional(),
    issued: Instant.exactOptional(),
    performer: list(Reference).exactOptional(),
    ...value,
    specimen: Reference.exactOptional(),
    device: Reference.exactOptional(),
    referenceRange: list(
      z.strictObject({ low: Quantity.exactOptional(), high: Quantity.exactOptional() }).refine(
        // obs-3
        ({ low, high }) => low !== undefined || high !== undefined,
      ),
    ).exactOptional(),
    component: list(Component).exactOptional(),
  })
  .refine(hasOneValue)

/** One value at most; obs-6: no reason for its absence where there is one. */
function hasOneValue(observed: object): boolean {
  return (
    Object.keys(observed).filter(name => name.startsWith('value') || name === 'dataAbsentReason').length <= 1
  )
}

const DiagnosticReport = z.strictObject({
  resourceType: z.literal('DiagnosticReport'),
  ...base,
  status: z.enum(['final', 'amended', 'corrected']),
  category: list(CodeableConcept),
  code: CodeableConcept,
  subject: Reference,
  effectiveDateTime: DateTime,
  performer: list(Reference).exactOptional(),
  result: list(Reference),
})

const Condition = z
  .strictObject({
    resourceType: z.literal('Condition'),
    ...identified,
    clinicalStatus: CodeableConcept.exactOptional(),
    verificationStatus: CodeableConcept.exactOptional(),
    code: CodeableConcept,
    subject: Reference,
    onsetDateTime: DateTime.exactOptional(),
    abatementDateTime: DateTime.exactOptional(),
    recordedDate: DateTime,
  })
  // con-4: what abated is not active
  .refine(
    ({ abatementDateTime, clinicalStatus }) =>
      abatementDateTime === undefined || clinicalStatus?.coding?.[0]?.code !== 'active',
  )

const FamilyMemberHistory = z.strictObject({
  resourceType: z.literal('FamilyMemberHistory'),
  ...identified,
  status: z.enum(['partial', 'completed', 'entered-in-error', 'health-unknown']),
  patient: Reference,
  relationship: CodeableConcept,
  condition: list(z.strictObject({ code: CodeableConcept })),
})

const MedicationStatement = z.strictObject({
  resourceType: z.literal('MedicationStatement'),
  ...identified,
  status: z.enum(['active', 'completed', 'entered-in-error', 'unknown']),
  medicationCodeableConcept: CodeableConcept,
  subject: Reference,
  effectivePeriod: Period.exactOptional(),
  dateAsserted: DateTime,
  reasonCode: list(CodeableConcept).exactOptional(),
  dosage: list(z.strictObject({ text: Text })).exactOptional(),
})

const MedicationAdministration = z.strictObject({
  resourceType: z.literal('MedicationAdministration'),
  ...identified,
  status: z.enum(['completed', 'entered-in-error']),
  medicationCodeableConcept: CodeableConcept,
  subject: Reference,
  effectivePeriod: Period,
  dosage: z.strictObject({ dose: Quantity }).exactOptional(),
})

const Procedure = z.strictObject({
  resourceType: z.literal('Procedure'),
  ...identified,
  status: z.enum(['completed', 'in-progress', 'entered-in-error', 'unknown']),
  code: CodeableConcept,
  subject: Reference,
  performedDateTime: DateTime.exactOptional(),
  performedPeriod: Period.exactOptional(),
})

const Encounter = z.strictObject({
  resourceType: z.literal('Encounter'),
  ...identified,
  status: z.enum(['finished', 'cancelled', 'entered-in-error']),
  class: Coding,
  type: list(CodeableConcept),
  subject: Reference,
  period: Period,
})

const AdverseEvent = z.strictObject({
  resourceType: z.literal('AdverseEvent'),
  ...base,
  identifier: Identifier,
  actuality: z.enum(['actual', 'potential']),
  event: CodeableConcept,
  subject: Reference,
  date: DateTime.exactOptional(),
  detected: DateTime.exactOptional(),
  recordedDate: DateTime,
  seriousness: CodeableConcept.exactOptional(),
  outcome: CodeableConcept.exactOptional(),
})

const Consent = z.strictObject({
  resourceType: z.literal('Consent'),
  ...identified,
  status: z.enum(['draft', 'proposed', 'active', 'rejected', 'inactive', 'entered-in-error']),
  scope: CodeableConcept,
  category: list(CodeableConcept),
  patient: Reference,
  dateTime: DateTime,
  // ppc-1: a policy or its rule
  policyRule: CodeableConcept,
})

const ResearchSubject = z.strictObject({
  resourceType: z.literal('ResearchSubject'),
  ...identified,
  status: z.enum(['on-study', 'on-study-intervention', 'follow-up', 'off-study', 'withdrawn']),
  period: Period,
  study: Reference,
  individual: Reference,
})

const Provenance = z.strictObject({
  resourceType: z.literal('Provenance'),
  ...base,
  target: list(Reference),
  recorded: Instant,
  reason: list(CodeableConcept).exactOptional(),
  activity: CodeableConcept,
  agent: list(z.strictObject({ who: Reference })),
  entity: list(z.strictObject({ role: z.enum(['source']), what: Reference })).exactOptional(),
  signature: list(z.strictObject({ type: list(Coding), when: Instant, who: Reference })).exactOptional(),
})

/** Every resource that Lobule writes. */
export const Resource = z.discriminatedUnion('resourceType', [
  Patient,
  Practitioner,
  PractitionerRole,
  Organization,
  ResearchStudy,
  Observation,
  DiagnosticReport,
  Condition,
  FamilyMemberHistory,
  MedicationStatement,
  MedicationAdministration,
  Procedure,
  Encounter,
  AdverseEvent,
  Consent,
  ResearchSubject,
  Provenance,
])
export type Resource = z.infer<typeof Resource>
export type ResourceOf<T extends Resource['resourceType']> = Extract<Resource, { resourceType: T }>

/** A Bundle as Lobule writes it. */
export const Bundle = z.strictObject({
  resourceType: z.literal('Bundle'),
  id: Id,
  meta: z.strictObject({ tag: list(Coding) }),
  type: z.literal('collection'),
  timestamp: Instant,
  entry: z.array(z.strictObject({ fullUrl: Uri, resource: Resource })),
})
