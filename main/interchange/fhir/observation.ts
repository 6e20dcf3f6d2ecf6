import { type Analyte, analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import { type FactContent, isChosen } from '#shared/core/facts/content.ts'
import { attributeName, factNames } from '#shared/core/names.ts'
import { choiceName } from '../choice-name.ts'
import { attributesBeside, concept, extensionsOf, periodOf, quantity, timesOf, unitOf } from './elements.ts'
import type { Reference } from './r4/datatypes.ts'
import type { Component, ResourceOf } from './r4/resources.ts'
import { identified, type StandingFact } from './standing-fact.ts'
import { ATTRIBUTE, CHOICE, KIND, LOINC, terminology } from './systems.ts'

type Observation = ResourceOf<'Observation'>

/** The attribute that is the value of an observation, where one is; the others are its components. */
const mainAttributes: Readonly<Partial<Record<FactContent['kind'], string>>> = {
  abdominal_girth: 'cm',
  ascites: 'grade',
  body_weight: 'kg',
  liver_stiffness: 'kPa',
  pregnancy_test: 'result',
  quality_of_life: 'score',
  spleen_stiffness: 'kPa',
}

/** LOINC codes of FHIR's own profiles of vital signs. */
const loincOf: Readonly<Record<string, string>> = {
  body_weight: '29463-7',
  vital_signs: '85353-1',
  systolicMmHg: '8480-6',
  diastolicMmHg: '8462-4',
  pulsePerMinute: '8867-4',
  temperatureCel: '8310-5',
  respirationPerMinute: '9279-1',
  oxygenSaturationPercent: '2708-6',
}

const categories: Readonly<Partial<Record<FactContent['kind'], string>>> = {
  ...{ body_weight: 'vital-signs', vital_signs: 'vital-signs', quality_of_life: 'survey' },
  ...{ portal_vein: 'imaging', liver_stiffness: 'imaging', spleen_stiffness: 'imaging' },
  ...{ spleen_size: 'imaging', ascites: 'imaging', abdominal_girth: 'exam', pregnancy_test: 'laboratory' },
}

/** What FHIR has an element of its own for, or what says nothing of the patient. */
const NO_COMPONENTS = ['kind', 'on', 'from', 'to', 'examiner', 'device']

/** Anything that was observed or decided and has no other resource of its own. */
export function observationOf(fact: StandingFact, subject: Reference): Observation {
  const { content } = fact
  const main = mainAttributes[content.kind]
  const rest = Object.entries(content).filter(([name]) => !NO_COMPONENTS.includes(name) && name !== main)
  const component = rest.map(([name, value]) => componentOf(content.kind, name, value))
  const category = categories[content.kind]
  return {
    resourceType: 'Observation',
    ...identified(fact),
    ...ongoingOf(content),
    ...statusOf(fact),
    ...(category !== undefined && { category: [concept(terminology('observation-category'), category)] }),
    code: codeOf(content.kind, factNames[content.kind], KIND),
    subject,
    ...effectiveOf(content),
    issued: fact.enteredAt,
    ...examinedBy(content),
    ...valueOfKind(content, main),
    ...(component.length > 0 && { component }),
  }
}

/** Status, which FHIR has another of for what was corrected and for what was retracted. */
function statusOf({ isRetracted, isCorrected }: StandingFact): Pick<Observation, 'status'> {
  return { status: isRetracted ? 'entered-in-error' : isCorrected ? 'corrected' : 'final' }
}

function codeOf(name: string, words: { en: string; 'zh-CN': string }, system: string) {
  const own = concept(system, name, words)
  const loinc = loincOf[name]
  return loinc === undefined
    ? own
    : { ...own, coding: [{ system: LOINC, code: loinc }, ...(own.coding ?? [])] }
}

function effectiveOf(content: FactContent): Pick<Observation, 'effectiveDateTime' | 'effectivePeriod'> {
  const { on, ...times } = timesOf(content)
  if (on !== undefined) return { effectiveDateTime: on }
  const period = periodOf(times)
  return Object.keys(period).length === 0 ? {} : { effectivePeriod: period }
}

function ongoingOf(content: FactContent) {
  return 'to' in content && content.to === 'ongoing' ? attributesBeside({ to: content.to }, []) : {}
}

function examinedBy(content: FactContent): Pick<Observation, 'performer' | 'device'> {
  const { examiner, device } = content as { examiner?: string; device?: string }
  return {
    ...(examiner !== undefined && { performer: [{ display: examiner }] }),
    ...(device !== undefined && { device: { display: device } }),
  }
}

function valueOfKind(content: FactContent, main: string | undefined) {
  if (content.kind === 'negative_finding') return { valueBoolean: false }
  if (content.kind === 'not_known') {
    const reason = content.state === 'unknown' ? 'unknown' : 'not-applicable'
    return { dataAbsentReason: concept(terminology('data-absent-reason'), reason) }
  }
  if (main === undefined) return {}
  return valueOfAttribute(content.kind, main, (content as Readonly<Record<string, unknown>>)[main])
}

function componentOf(kind: FactContent['kind'], name: string, value: unknown): Component {
  const code = codeOf(name, attributeName(name), ATTRIBUTE)
  if (typeof value !== 'object') return { code, ...valueOfAttribute(kind, name, value) }
  const extension = extensionsOf(`${ATTRIBUTE}:${name}`, value)
  return extension.length === 0 ? { code } : { code, extension }
}

function valueOfAttribute(kind: FactContent['kind'], name: string, value: unknown) {
  const unit = unitOf(name)
  const text = String(value)
  if (unit !== undefined) return { valueQuantity: quantity(text, unit) }
  if (typeof value === 'number') return { valueInteger: value }
  const isFromList = isChosen(kind, name) || name === 'about'
  return isFromList
    ? { valueCodeableConcept: concept(CHOICE, text, choiceName(text)) }
    : { valueString: text }
}

/** A laboratory value, with the digits, comparator, unit and range of its report. */
export function laboratoryOf(
  fact: StandingFact<Extract<FactContent, { kind: 'laboratory' }>>,
  subject: Reference,
): Observation {
  const { on, loinc, value, comparator, unit, laboratory } = fact.content
  const analyte = analyteOfLoinc(loinc)
  return {
    resourceType: 'Observation',
    ...identified(fact),
    ...specimenOf(fact.content),
    ...statusOf(fact),
    category: [concept(terminology('observation-category'), 'laboratory')],
    code: concept(LOINC, loinc, analyte && nameOf(analyte)),
    subject,
    effectiveDateTime: on,
    issued: fact.enteredAt,
    ...(laboratory !== undefined && { performer: [{ display: laboratory }] }),
    valueQuantity: { ...quantity(value, unit), ...(comparator !== undefined && { comparator }) },
    ...rangeOf(fact.content),
    ...controlOf(fact.content),
  }
}

function nameOf(analyte: Analyte) {
  return analytes[analyte].name
}

type Laboratory = Extract<FactContent, { kind: 'laboratory' }>

function rangeOf({ range, unit }: Laboratory): Pick<Observation, 'referenceRange'> {
  const { low, high } = range ?? {}
  if (low === undefined && high === undefined) return {}
  const limits = {
    ...(low !== undefined && { low: quantity(low, unit) }),
    ...(high !== undefined && { high: quantity(high, unit) }),
  }
  return { referenceRange: [limits] }
}

function controlOf({ control, unit }: Laboratory): Pick<Observation, 'component'> {
  if (control === undefined) return {}
  const code = concept(ATTRIBUTE, 'control', attributeName('control'))
  const value =
    control === 'not_printed'
      ? { valueCodeableConcept: concept(CHOICE, control, choiceName(control)) }
      : { valueQuantity: quantity(control, unit) }
  return { component: [{ code, ...value }] }
}

function specimenOf({ specimenCondition }: Laboratory): Pick<Observation, 'contained' | 'specimen'> {
  if (specimenCondition === undefined) return {}
  const condition = [concept(CHOICE, specimenCondition, choiceName(specimenCondition))]
  return {
    contained: [{ resourceType: 'Specimen', id: 'specimen', condition }],
    specimen: { reference: '#specimen' },
  }
}
