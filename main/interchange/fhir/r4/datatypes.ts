import { z } from 'zod'

/*
 * The parts of FHIR R4 (4.0.1) that Lobule writes, as schemas: types for the writer, and what its tests hold every
 * resource to. Optional means 0..1 in the specification, required 1..1; elements that Lobule never writes are left out.
 */

/** A FHIR `id`. */
export const Id = z.string().regex(/^[A-Za-z0-9\-.]{1,64}$/)
/** A text of at least one character that is not blank. */
export const Text = z.string().regex(/\S/)
const Code = z.string().regex(/^\S+(?:\s\S+)*$/)
export const Uri = z.string().regex(/^\S+$/)
/** A year, month, day, or time of a day with seconds and zone. */
export const DateTime = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/)
export const Instant = DateTime.refine(text => text.length > 10)
/** A number that is written with the digits of its text; see `decimal`. */
const Decimal = z.number()

export const Coding = z.strictObject({
  system: Uri.exactOptional(),
  version: Text.exactOptional(),
  code: Code.exactOptional(),
  display: Text.exactOptional(),
})
export const CodeableConcept = z
  .strictObject({ coding: z.array(Coding).min(1).exactOptional(), text: Text.exactOptional() })
  .refine(({ coding, text }) => coding !== undefined || text !== undefined)
export type CodeableConcept = z.infer<typeof CodeableConcept>

export const Reference = z.strictObject({ reference: Uri.exactOptional(), display: Text.exactOptional() })
export type Reference = z.infer<typeof Reference>

export const Identifier = z.strictObject({ system: Uri, value: Text })
export type Identifier = z.infer<typeof Identifier>

export const Quantity = z.strictObject({
  value: Decimal,
  comparator: z.enum(['<', '<=', '>=', '>']).exactOptional(),
  unit: Text.exactOptional(),
  system: Uri.exactOptional(),
  code: Code.exactOptional(),
})
export type Quantity = z.infer<typeof Quantity>

export const Period = z.strictObject({ start: DateTime.exactOptional(), end: DateTime.exactOptional() })
export type Period = z.infer<typeof Period>

/** Either a value or extensions within, never both. */
export interface Extension {
  url: string
  valueString?: string
  valueInteger?: number
  extension?: Extension[]
}
export const Extension: z.ZodType<Extension> = z
  .strictObject({
    url: Uri,
    valueString: Text.exactOptional(),
    valueInteger: z.int().exactOptional(),
    get extension() {
      return z.array(Extension).min(1).exactOptional()
    },
  })
  .refine(({ url: _url, ...values }) => Object.keys(values).length === 1)
