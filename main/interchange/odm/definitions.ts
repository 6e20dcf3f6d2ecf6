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

/** Collects what a file defines, and reports what is defined twice or referred to and not defined. */
export function definitionCollector(definitions: Definitions, report: Report): XmlListener {
  const waiting = new Map<Reference, Set<string>>()
  const seen = new Set<string>()
  let parent: Map<string, boolean> | undefined
  let item: ItemDefinition | undefined
  let list: Set<string> | undefined
  const refer = (reference: Reference, attributes: Readonly<Record<string, string>>) => {
    const [attribute, kind] = references[reference]
    const oid = attributes[attribute] ?? ''
    if (definitions[kind].has(oid)) return
    const isSettled = seen.has('ClinicalData') || seen.has(settledWhere(reference))
    if (isSettled) report(`${reference} names a ${kind} that is not defined`)
    else waiting.set(reference, (waiting.get(reference) ?? new Set()).add(oid))
  }
  const define = (name: string, attributes: Readonly<Record<string, string>>) => {
    const oid = attributes['OID'] ?? ''
    if (seen.has(`${name} ${oid}`)) report(`${name} is defined twice`)
    seen.add(`${name} ${oid}`)
    if (name === 'StudyEventDef' || name === 'FormDef' || name === 'ItemGroupDef') {
      parent = new Map()
      definitions[name].set(oid, { repeating: attributes['Repeating'] === 'Yes', children: parent })
    } else if (name === 'ItemDef') {
      item = { dataType: attributes['DataType'] ?? '', length: Number(attributes['Length'] ?? Number.NaN) }
      definitions.ItemDef.set(oid, item)
    } else if (name === 'CodeList') {
      list = new Set()
      definitions.CodeList.set(oid, list)
    } else if (name === 'Study') definitions.study ??= oid
    else if (name === 'MetaDataVersion') definitions.metadata ??= oid
    else if (isSetOf(name)) definitions[name].add(oid)
  }
  return {
    open(name, attributes) {
      if (name === 'ClinicalData') seen.add(name)
      if (attributes['OID'] !== undefined) define(name, attributes)
      if (name in references) refer(name as Reference, attributes)
      if (name === 'FormRef' || name === 'ItemGroupRef' || name === 'ItemRef') {
        const [attribute] = references[name]
        parent?.set(attributes[attribute] ?? '', attributes['Mandatory'] === 'Yes')
      }
      if (name === 'CodeListRef' && item !== undefined) item.codeList = attributes['CodeListOID'] ?? ''
      if (name === 'CodeListItem' || name === 'EnumeratedItem') list?.add(attributes['CodedValue'] ?? '')
    },
    close(name) {
      for (const reference of settledBy[name] ?? []) {
        const [, kind] = references[reference]
        const missing = [...(waiting.get(reference) ?? [])].some(oid => !definitions[kind].has(oid))
        if (missing) report(`${reference} names a ${kind} that is not defined`)
      }
      if (name in settledBy) seen.add(name)
    },
  }
}

function settledWhere(reference: Reference): string {
  return settledBy['AdminData']?.includes(reference) ? 'AdminData' : 'MetaDataVersion'
}

function isSetOf(name: string): name is 'MeasurementUnit' | 'User' | 'Location' | 'SignatureDef' {
  return ['MeasurementUnit', 'User', 'Location', 'SignatureDef'].includes(name)
}
