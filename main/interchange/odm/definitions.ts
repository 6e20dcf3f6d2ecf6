import type { Report } from './check-structure.ts'
import type { XmlListener } from './read-xml.ts'

/** A StudyEventDef, FormDef or ItemGroupDef with what it refers to; true where that is mandatory. */
interface ParentDefinition {
  readonly repeating: boolean
  readonly children: Map<string, boolean>
}

export interface ItemDefinition {
  readonly dataType: string
  readonly length: number
  codeList?: string
}

/** What the Study and AdminData of an ODM file define. */
export interface Definitions {
  study: string | undefined
  metadata: string | undefined
  readonly StudyEventDef: Map<string, ParentDefinition>
  readonly FormDef: Map<string, ParentDefinition>
  readonly ItemGroupDef: Map<string, ParentDefinition>
  readonly ItemDef: Map<string, ItemDefinition>
  readonly CodeList: Map<string, Set<string>>
  readonly MeasurementUnit: Set<string>
  readonly User: Set<string>
  readonly Location: Set<string>
  readonly SignatureDef: Set<string>
}

export function noDefinitions(): Definitions {
  return {
    ...{ study: undefined, metadata: undefined, StudyEventDef: new Map(), FormDef: new Map() },
    ...{ ItemGroupDef: new Map(), ItemDef: new Map(), CodeList: new Map(), MeasurementUnit: new Set() },
    ...{ User: new Set(), Location: new Set(), SignatureDef: new Set() },
  }
}

/** Which definitions a reference names. */
const references = {
  StudyEventRef: ['StudyEventOID', 'StudyEventDef'],
  FormRef: ['FormOID', 'FormDef'],
  ItemGroupRef: ['ItemGroupOID', 'ItemGroupDef'],
  ItemRef: ['ItemOID', 'ItemDef'],
  CodeListRef: ['CodeListOID', 'CodeList'],
  MeasurementUnitRef: ['MeasurementUnitOID', 'MeasurementUnit'],
  UserRef: ['UserOID', 'User'],
  InvestigatorRef: ['UserOID', 'User'],
  LocationRef: ['LocationOID', 'Location'],
  SiteRef: ['LocationOID', 'Location'],
  SignatureRef: ['SignatureOID', 'SignatureDef'],
} as const
type Reference = keyof typeof references
/** Before these the definitions may still come. */
const settledBy: Readonly<Record<string, readonly Reference[]>> = {
  MetaDataVersion: [
    'StudyEventRef',
    'FormRef',
    'ItemGroupRef',
    'ItemRef',
    'CodeListRef',
    'MeasurementUnitRef',
  ],
  AdminData: ['LocationRef'],
}

/** What is being read: the definition that is open, what was seen, and references that wait for their definitions. */
interface Reading {
  readonly definitions: Definitions
  readonly report: Report
  readonly waiting: Map<Reference, Set<string>>
  readonly seen: Set<string>
  parent?: Map<string, boolean>
  item?: ItemDefinition
  list?: Set<string>
}

type Attributes = Readonly<Record<string, string>>

/** Collects what a file defines, and reports what is defined twice or referred to and not defined. */
export function definitionCollector(definitions: Definitions, report: Report): XmlListener {
  const reading: Reading = { definitions, report, waiting: new Map(), seen: new Set() }
  return {
    open(name, attributes) {
      if (name === 'ClinicalData') reading.seen.add(name)
      if (attributes['OID'] !== undefined) define(reading, name, attributes)
      if (name in references) refer(reading, name as Reference, attributes)
      note(reading, name, attributes)
    },
    close(name) {
      for (const reference of settledBy[name] ?? []) settle(reading, reference)
      if (name in settledBy) reading.seen.add(name)
    },
  }
}

function define(reading: Reading, name: string, attributes: Attributes): void {
  const { definitions, report, seen } = reading
  const oid = attributes['OID'] ?? ''
  if (seen.has(`${name} ${oid}`)) report(`${name} is defined twice`)
  seen.add(`${name} ${oid}`)
  if (name === 'StudyEventDef' || name === 'FormDef' || name === 'ItemGroupDef') {
    reading.parent = new Map()
    definitions[name].set(oid, { repeating: attributes['Repeating'] === 'Yes', children: reading.parent })
  } else if (name === 'ItemDef') {
    const length = Number(attributes['Length'] ?? Number.NaN)
    reading.item = { dataType: attributes['DataType'] ?? '', length }
    definitions.ItemDef.set(oid, reading.item)
  } else if (name === 'CodeList') {
    reading.list = new Set()
    definitions.CodeList.set(oid, reading.list)
  } else if (name === 'Study') definitions.study ??= oid
  else if (name === 'MetaDataVersion') definitions.metadata ??= oid
  else if (isSetOf(name)) definitions[name].add(oid)
}

/** What belongs to the definition that is open. */
function note({ parent, item, list }: Reading, name: string, attributes: Attributes): void {
  if (name === 'FormRef' || name === 'ItemGroupRef' || name === 'ItemRef') {
    parent?.set(attributes[references[name][0]] ?? '', attributes['Mandatory'] === 'Yes')
  }
  if (name === 'CodeListRef' && item !== undefined) item.codeList = attributes['CodeListOID'] ?? ''
  if (name === 'CodeListItem' || name === 'EnumeratedItem') list?.add(attributes['CodedValue'] ?? '')
}

function refer(
  { definitions, report, waiting, seen }: Reading,
  reference: Reference,
  attributes: Attributes,
): void {
  const [attribute, kind] = references[reference]
  const oid = attributes[attribute] ?? ''
  if (definitions[kind].has(oid)) return
  const isSettled = seen.has('ClinicalData') || seen.has(settledWhere(reference))
  if (isSettled) report(`${reference} names a ${kind} that is not defined`)
  else waiting.set(reference, (waiting.get(reference) ?? new Set()).add(oid))
}

function settle({ definitions, report, waiting }: Reading, reference: Reference): void {
  const [, kind] = references[reference]
  const isMissing = [...(waiting.get(reference) ?? [])].some(oid => !definitions[kind].has(oid))
  if (isMissing) report(`${reference} names a ${kind} that is not defined`)
}

function settledWhere(reference: Reference): string {
  return settledBy['AdminData']?.includes(reference) ? 'AdminData' : 'MetaDataVersion'
}

function isSetOf(name: string): name is 'MeasurementUnit' | 'User' | 'Location' | 'SignatureDef' {
  return ['MeasurementUnit', 'User', 'Location', 'SignatureDef'].includes(name)
}
