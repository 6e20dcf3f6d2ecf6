import type { Report } from './check-structure.ts'
import type { Definitions, ItemDefinition } from './definitions.ts'
import { isOfType } from './lexical.ts'
import type { XmlListener } from './read-xml.ts'

type Attributes = Readonly<Record<string, string>>

/** Each level of clinical data: its definition, its parent's level, and the names of its key. */
const levels = {
  StudyEventData: ['StudyEventDef', undefined, 'StudyEventOID', 'StudyEventRepeatKey'],
  FormData: ['FormDef', 'StudyEventData', 'FormOID', 'FormRepeatKey'],
  ItemGroupData: ['ItemGroupDef', 'FormData', 'ItemGroupOID', 'ItemGroupRepeatKey'],
} as const
type Level = keyof typeof levels

/** Checks clinical data against what the file defines, and its transactions against each other. */
export function dataChecker(definitions: Definitions, report: Report): XmlListener {
  const subjects = new Set<string>()
  const stack: { oid: string; key: string; type: string | undefined }[] = []
  let live = new Set<string>()
  let missing = new Set<string>()
  const enter = (name: Level | 'SubjectData', oid: string, attributes: Attributes) => {
    const outer = stack.at(-1)
    const type = attributes['TransactionType'] ?? outer?.type
    const repeat = name === 'SubjectData' ? oid : (attributes[levels[name][3]] ?? '')
    const key = `${outer?.key ?? ''}/${oid}/${repeat}`
    stack.push({ oid, key, type })
    if (type === undefined) report(`${name} has no TransactionType`)
    if (name === 'FormData') checkTransaction({ key, type }, live, report)
    return type
  }
  return {
    open(name, attributes) {
      if (name === 'ClinicalData') checkStudy(attributes, definitions, report)
      if (name === 'SubjectData') {
        const subject = attributes['SubjectKey'] ?? ''
        if (subjects.has(subject)) report('SubjectData stands twice for one subject')
        subjects.add(subject)
        live = new Set()
        enter(name, subject, attributes)
      } else if (isLevel(name)) {
        const parentOid = stack.at(-1)?.oid
        const oid = attributes[levels[name][2]] ?? ''
        checkPlace({ name, oid, parentOid, attributes }, definitions, report)
        const type = enter(name, oid, attributes)
        if (name === 'ItemGroupData') missing = mandatoryOf(definitions, oid, type)
      } else if (name === 'ItemData') {
        missing.delete(attributes['ItemOID'] ?? '')
        checkItem({ groupOid: stack.at(-1)?.oid, type: stack.at(-1)?.type, attributes }, definitions, report)
      }
    },
    close(name) {
      if (name !== 'SubjectData' && !isLevel(name)) return
      stack.pop()
      if (name !== 'ItemGroupData') return
      for (const oid of missing) report(`${oid} is mandatory and not there`)
      missing = new Set()
    },
  }
}

function isLevel(name: string): name is Level {
  return name in levels
}

function checkStudy(attributes: Attributes, { study, metadata }: Definitions, report: Report): void {
  if (attributes['StudyOID'] !== study) report('ClinicalData is of a study that is not defined')
  if (attributes['MetaDataVersionOID'] !== metadata)
    report('ClinicalData is of metadata that are not defined')
}

interface Place {
  readonly name: Level
  readonly oid: string
  readonly parentOid: string | undefined
  readonly attributes: Attributes
}

function checkPlace(
  { name, oid, parentOid, attributes }: Place,
  definitions: Definitions,
  report: Report,
): void {
  const [kind, parent, , repeatKey] = levels[name]
  const definition = definitions[kind].get(oid)
  if (definition === undefined) {
    report(`${name} names a ${kind} that is not defined`)
    return
  }
  if ((attributes[repeatKey] !== undefined) !== definition.repeating) {
    report(definition.repeating ? `${name} lacks ${repeatKey}` : `${name} repeats and may not`)
  }
  if (parent === undefined || parentOid === undefined) return
  const outer = definitions[levels[parent][0]].get(parentOid)
  if (outer !== undefined && !outer.children.has(oid)) report(`${name} ${oid} cannot stand in ${parentOid}`)
}

/** Insert is of what is not there yet, Update and Remove of what is (ODM 1.3.2, 2.9). */
function checkTransaction(
  { key, type }: { readonly key: string; readonly type: string | undefined },
  live: Set<string>,
  report: Report,
): void {
  if (type === 'Insert' && live.has(key)) report('FormData is inserted twice')
  if ((type === 'Update' || type === 'Remove') && !live.has(key)) {
    report(`FormData has ${type} and was not inserted before`)
  }
  if (type === 'Remove') live.delete(key)
  else live.add(key)
}

function mandatoryOf(definitions: Definitions, oid: string, type: string | undefined): Set<string> {
  if (type !== 'Insert') return new Set()
  const children = definitions.ItemGroupDef.get(oid)?.children ?? new Map<string, boolean>()
  return new Set([...children].filter(([, isMandatory]) => isMandatory).map(([child]) => child))
}

interface ItemPlace {
  readonly groupOid: string | undefined
  readonly type: string | undefined
  readonly attributes: Attributes
}

function checkItem(
  { groupOid, type, attributes }: ItemPlace,
  definitions: Definitions,
  report: Report,
): void {
  const { ItemOID: oid = '', Value: value, IsNull: isNull, TransactionType: own = type } = attributes
  const group = definitions.ItemGroupDef.get(groupOid ?? '')
  if (group !== undefined && !group.children.has(oid)) report(`ItemData ${oid} cannot stand in ${groupOid}`)
  const definition = definitions.ItemDef.get(oid)
  if (definition === undefined) report('ItemData names an ItemDef that is not defined')
  if (own === 'Remove') return
  if ((value === undefined) === (isNull === undefined)) report(`${oid} needs either Value or IsNull`)
  if (definition !== undefined && value !== undefined)
    checkValue({ oid, value, definition }, definitions, report)
}

function checkValue(
  { oid, value, definition }: { oid: string; value: string; definition: ItemDefinition },
  { CodeList }: Definitions,
  report: Report,
): void {
  const { dataType, length, codeList } = definition
  if (!isOfType(value, dataType)) report(`${oid} is not written as ${dataType}`)
  if (value.length > length) report(`${oid} is longer than ${length}`)
  if (codeList !== undefined && CodeList.get(codeList)?.has(value) === false)
    report(`${oid} is none of the codes of ${codeList}`)
}
