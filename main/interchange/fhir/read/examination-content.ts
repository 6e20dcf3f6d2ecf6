import { unitOf as unitOfAttribute } from '../elements.ts'
import { ATTRIBUTE, CHOICE } from '../systems.ts'
import { codeIn } from './laboratory-content.ts'
import { measuredOf } from './quantities.ts'
import { Refused } from './refused.ts'
import type { Component, Observation, Quantity } from './schemas.ts'

/** The attribute that is the value of the observation itself, as we write it. */
const mainAttributes: Readonly<Record<string, string>> = { liver_stiffness: 'kPa', spleen_stiffness: 'kPa' }

/** An examination that Lobule wrote as a content, before its schema has seen it. */
export function examinationContent(
  observation: Observation,
  on: string,
  { kind, device }: { readonly kind: string; readonly device: string | undefined },
): object {
  const { valueQuantity, performer = [], component = [] } = observation
  const main = mainAttributes[kind]
  const examiner = performer[0]?.display
  return {
    ...{ kind, on },
    ...(main !== undefined && valueQuantity !== undefined && { [main]: numberIn(main, valueQuantity) }),
    ...Object.fromEntries(component.map(partOf)),
    ...(examiner !== undefined && { examiner }),
    ...(device !== undefined && { device }),
  }
}

function partOf(component: Component): [string, unknown] {
  const name = codeIn(component.code, ATTRIBUTE)
  if (name === undefined) throw new Refused('unreadable_field', 'component', component.code.text ?? null)
  const { valueQuantity, valueCodeableConcept, valueString } = component
  if (valueQuantity !== undefined) return [name, numberIn(name, valueQuantity)]
  if (valueCodeableConcept !== undefined) return [name, codeIn(valueCodeableConcept, CHOICE)]
  return [name, valueString]
}

/** A number in the unit that the name of its attribute says, and in no other. */
function numberIn(name: string, quantity: Quantity): string {
  const { value, unit, comparator } = measuredOf(quantity, name)
  if (comparator !== undefined) throw new Refused('unreadable_value', name, `${comparator}${value}`)
  if (unit !== unitOfAttribute(name)) throw new Refused('unit_of_other_quantity', name, unit)
  return value
}
