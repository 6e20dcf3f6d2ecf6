import { createHash } from 'node:crypto'
import type { EventTime } from '#shared/core/civil-date.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { attributeUnits } from '../attribute-units.ts'
import type { CodeableConcept, Extension, Period, Quantity, Reference } from './r4/datatypes.ts'
import { ATTRIBUTE, UCUM } from './systems.ts'

/**
 * A UUID that one thing has in every export: of version 8 (RFC 9562), from the hash of what the thing is and its id,
 * as ids of ours may be longer than FHIR's and are no business of whoever gets the file.
 */
export function uuidOf(kind: string, id: string): string {
  const hex = createHash('sha256').update(`lobule\n${kind}\n${id}`).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) % 4) + 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A reference to a resource of the same Bundle. */
export function referenceTo(id: string): Reference {
  return { reference: `urn:uuid:${id}` }
}

/** A number that JSON writes with the digits of `text`: FHIR's decimals keep their trailing zeros. */
export function decimal(text: string): number {
  return JSON.rawJSON(text) as unknown as number
}

/** A quantity in a UCUM unit. */
export function quantity(value: string, unit: string): Quantity {
  return { value: decimal(value), unit, system: UCUM, code: unit }
}

/** A code with its name in both languages. */
export function concept(system: string, code: string, name?: LocalizedText): CodeableConcept {
  if (name === undefined) return { coding: [{ system, code }] }
  return { coding: [{ system, code, display: name.en }], text: `${name.en} / ${name['zh-CN']}` }
}

/** When something was: at one time, or from one to another. */
export interface Times {
  readonly on?: EventTime | undefined
  readonly from?: EventTime | undefined
  readonly to?: EventTime | 'ongoing' | undefined
}

/** The times of a content, whatever its kind. */
export function timesOf(content: FactContent): Times {
  return content as Times
}

/** From one time to another, as far as they are known; an end that is said to be open is none. */
export function periodOf({ from, to }: Times): Period {
  return {
    ...(from !== undefined && { start: from }),
    ...(to !== undefined && to !== 'ongoing' && { end: to }),
  }
}

/** What FHIR has no element for, attribute after attribute; undefined where nothing is left. */
export function attributesBeside(content: object, mapped: readonly string[]): { extension?: Extension[] } {
  const rest = Object.entries(content).filter(([name]) => name !== 'kind' && !mapped.includes(name))
  const extension = rest.flatMap(([name, value]) => extensionsOf(`${ATTRIBUTE}:${name}`, value))
  return extension.length === 0 ? {} : { extension }
}

/** A value as extensions: one for each member of a list, and with extensions within for what has parts. */
export function extensionsOf(url: string, value: unknown): Extension[] {
  if (Array.isArray(value)) return value.flatMap((member: unknown) => extensionsOf(url, member))
  if (typeof value === 'number') return [{ url, valueInteger: value }]
  if (typeof value === 'string') return [{ url, valueString: value }]
  if (typeof value !== 'object' || value === null) return []
  const extension = Object.entries(value).flatMap(([name, part]) => extensionsOf(name, part))
  return extension.length === 0 ? [] : [{ url, extension }]
}

/** The unit of an attribute whose name says it. */
export function unitOf(attribute: string): string | undefined {
  return attributeUnits[attribute]
}
