import { z } from 'zod'
import { Comparator } from '#shared/core/decimal.ts'

/*
 * The parts of FHIR R4 that are read. Whatever else a resource says is let through, but what changes its meaning:
 * modifier extensions are read, so that a resource with one can be refused.
 */

const text = z.string()
const Printed = z.object({ printed: z.string() })

const Coding = z.object({ system: text.optional(), code: text.optional(), display: text.optional() })
export const CodeableConcept = z.object({ coding: z.array(Coding).optional(), text: text.optional() })
export type CodeableConcept = z.infer<typeof CodeableConcept>

const Identifier = z.object({
  system: text.optional(),
  value: text.optional(),
  type: CodeableConcept.optional(),
})
export type Identifier = z.infer<typeof Identifier>

export const Reference = z.object({
  reference: text.optional(),
  display: text.optional(),
  identifier: Identifier.optional(),
})
export type Reference = z.infer<typeof Reference>

export const Quantity = z.object({
  value: Printed.optional(),
  comparator: Comparator.optional(),
  unit: text.optional(),
  system: text.optional(),
  code: text.optional(),
})
export type Quantity = z.infer<typeof Quantity>

const value = {
  valueQuantity: Quantity.optional(),
  valueCodeableConcept: CodeableConcept.optional(),
  valueString: text.optional(),
  valueInteger: Printed.optional(),
  dataAbsentReason: CodeableConcept.optional(),
}

const Component = z.object({ code: CodeableConcept, ...value, modifierExtension: z.unknown().optional() })
export type Component = z.infer<typeof Component>

const Contained = z.array(z.looseObject({ resourceType: text, id: text.optional() }))

export const Observation = z.object({
  resourceType: z.literal('Observation'),
  id: text.optional(),
  status: text,
  code: CodeableConcept,
  subject: Reference.optional(),
  effectiveDateTime: text.optional(),
  effectiveInstant: text.optional(),
  effectivePeriod: z.unknown().optional(),
  effectiveTiming: z.unknown().optional(),
  performer: z.array(Reference).optional(),
  ...value,
  specimen: Reference.optional(),
  device: Reference.optional(),
  referenceRange: z
    .array(
      z.object({
        low: Quantity.optional(),
        high: Quantity.optional(),
        text: text.optional(),
        age: z.unknown().optional(),
        appliesTo: z.unknown().optional(),
      }),
    )
    .optional(),
  component: z.array(Component).optional(),
  hasMember: z.array(Reference).optional(),
  contained: Contained.optional(),
  modifierExtension: z.unknown().optional(),
  implicitRules: z.unknown().optional(),
})
export type Observation = z.infer<typeof Observation>

export const DiagnosticReport = z.object({
  status: text,
  subject: Reference.optional(),
  effectiveDateTime: text.optional(),
  performer: z.array(Reference).optional(),
  result: z.array(Reference).optional(),
  contained: Contained.optional(),
})
export type DiagnosticReport = z.infer<typeof DiagnosticReport>

export const Patient = z.object({
  resourceType: z.literal('Patient'),
  identifier: z.array(Identifier).optional(),
})

export const Specimen = z.object({
  condition: z.array(CodeableConcept).optional(),
  collection: z.object({ collectedDateTime: text.optional() }).optional(),
})

export const Organization = z.object({ name: text })

export const BundleEntry = z.object({
  fullUrl: text.optional(),
  resource: z.looseObject({ resourceType: text, id: text.optional() }).optional(),
})

/** A Bundle of any kind but a history, whose entries are versions of which the last alone would count. */
export const Bundle = z.object({
  resourceType: z.literal('Bundle', { error: 'is no FHIR Bundle; export a Bundle of FHIR R4' }),
  type: z.string().refine(type => type !== 'history', 'is a history; export the resources as they stand'),
  entry: z.array(BundleEntry).optional(),
})
export type Bundle = z.infer<typeof Bundle>
