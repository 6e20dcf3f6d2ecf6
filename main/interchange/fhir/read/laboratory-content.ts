import { analyteOfLoinc } from '#shared/core/analytes.ts'
import { LoincCode } from '#shared/core/facts/laboratory.ts'
import { readRange } from '#shared/core/reports/printed-range.ts'
import { unitsOf } from '#shared/core/units.ts'
import { ATTRIBUTE, CHOICE, LOINC, terminology } from '../systems.ts'
import type { AnyResource } from './bundle-index.ts'
import { measuredOf, numberOf } from './quantities.ts'
import { Refused } from './refused.ts'
import { type CodeableConcept, type Observation, Specimen } from './schemas.ts'

/** What stands around an observation: its specimen, and who reported it. */
export interface Surroundings {
  readonly specimen: AnyResource | undefined
  readonly laboratory: string | undefined
}

/** A laboratory value as a content, before its schema has seen it. */
export function laboratoryContent(
  observation: Observation,
  on: string,
  { specimen, laboratory }: Surroundings,
): object {
  const loinc = loincOf(observation.code)
  const { valueQuantity } = observation
  if (valueQuantity === undefined) throw noQuantity(observation)
  const measured = measuredOf(valueQuantity, 'valueQuantity')
  const analyte = analyteOfLoinc(loinc)
  if (analyte !== undefined && !unitsOf(analyte).includes(measured.unit)) {
    throw new Refused('unit_of_other_quantity', 'valueQuantity', measured.unit)
  }
  return {
    ...{ kind: 'laboratory', on, loinc, ...measured },
    ...rangeOf(observation, measured.unit),
    ...controlOf(observation, measured.unit, analyte === 'prothrombin_time'),
    ...(laboratory !== undefined && { laboratory }),
    ...conditionOf(specimen),
  }
}

/** The LOINC code; of several the one that Lobule knows, as all of them say the same (FHIR R4, 2.24.0.8). */
function loincOf({ coding = [], text }: CodeableConcept): string {
  const codes = coding.flatMap(({ system, code }) => (system === LOINC && code !== undefined ? [code] : []))
  const loinc = codes.find(code => analyteOfLoinc(code) !== undefined) ?? codes[0]
  if (loinc !== undefined && LoincCode.safeParse(loinc).success) return loinc
  const named = loinc ?? text ?? coding.map(({ display, code }) => display ?? code)[0]
  throw new Refused(named === undefined ? 'no_test' : 'unknown_test', 'code', named ?? null)
}

function noQuantity({ valueString, valueInteger, valueCodeableConcept, component }: Observation): Refused {
  if (valueString !== undefined) return new Refused('unreadable_value', 'valueString', valueString)
  if (valueInteger !== undefined) return new Refused('no_unit', 'valueInteger', valueInteger.printed)
  if (valueCodeableConcept !== undefined) {
    const { text, coding } = valueCodeableConcept
    return new Refused('unreadable_value', 'valueCodeableConcept', text ?? coding?.[0]?.display ?? null)
  }
  return component === undefined
    ? new Refused('no_value', 'value[x]')
    : new Refused('not_supported', 'component')
}

/** The range of the report. One of several, or of an age or sex, is nobody's to choose here. */
function rangeOf({ referenceRange = [] }: Observation, unit: string): object {
  const [range, ...others] = referenceRange
  if (range === undefined) return {}
  const { low, high, text, age, appliesTo } = range
  const isOfSome = others.length > 0 || age !== undefined || appliesTo !== undefined
  if (isOfSome) throw new Refused('unreadable_range', 'referenceRange')
  const printed = low === undefined && high === undefined ? readRange(text ?? '') : undefined
  if (printed !== undefined) {
    return {
      range: {
        ...(printed.low !== '' && { low: printed.low }),
        ...(printed.high !== '' && { high: printed.high }),
      },
    }
  }
  const limits = Object.entries({ low, high }).flatMap(([name, limit]) => {
    if (limit === undefined) return []
    const isOfUnit =
      limit.code === undefined ? limit.unit === undefined || limit.unit === unit : limit.code === unit
    if (!isOfUnit)
      throw new Refused('unreadable_range', `referenceRange.${name}`, limit.code ?? limit.unit ?? null)
    return [[name, numberOf(limit, `referenceRange.${name}`)] as const]
  })
  if (limits.length === 0) throw new Refused('unreadable_range', 'referenceRange', text ?? null)
  return { range: Object.fromEntries(limits) }
}

/** The control of the run as we write it; of a prothrombin time without one the file does not give it, which is said. */
function controlOf({ component = [] }: Observation, unit: string, isNeeded: boolean): object {
  const control = component.find(({ code }) => codeIn(code, ATTRIBUTE) === 'control')
  if (control?.valueQuantity === undefined) {
    return isNeeded || control !== undefined ? { control: 'not_printed' } : {}
  }
  const measured = measuredOf(control.valueQuantity, 'component')
  if (measured.unit !== unit) throw new Refused('unit_of_other_quantity', 'component', measured.unit)
  return { control: measured.value }
}

/** HL7's table 0493 where it says the same as we do. */
const conditions: Readonly<Record<string, string>> = { HEM: 'haemolysed', CLOT: 'clotted' }

function conditionOf(specimen: AnyResource | undefined): object {
  const said = Specimen.safeParse(specimen).data?.condition ?? []
  const own = said.map(condition => codeIn(condition, CHOICE)).find(code => code !== undefined)
  const known = said
    .map(condition => conditions[codeIn(condition, terminology('v2-0493')) ?? ''])
    .find(Boolean)
  const specimenCondition = own ?? known
  return specimenCondition === undefined ? {} : { specimenCondition }
}

/** The code of a concept in one system. */
export function codeIn({ coding = [] }: CodeableConcept, system: string): string | undefined {
  return coding.find(one => one.system === system)?.code
}
