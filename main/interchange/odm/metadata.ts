import { attributeName } from '#shared/core/names.ts'
import { meanings } from '#shared/core/signatures/meaning.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { attributeUnits } from '../attribute-units.ts'
import { choiceName } from '../choice-name.ts'
import type { Item, ItemGroup } from './fields.ts'
import { type Form, forms } from './forms.ts'
import { CHART_OID, METADATA_OID } from './names.ts'
import { attribute, textElement } from './xml.ts'

/** The units that items have, as BasicDefinitions. */
export function basicDefinitions(): string {
  const units = [...new Set(Object.values(attributeUnits))].sort()
  const definitions = units.map(unit => {
    const symbol = `<Symbol>${textElement('TranslatedText', unit)}</Symbol>`
    return `<MeasurementUnit OID="MU.${unit}" Name="${unit}">${symbol}</MeasurementUnit>`
  })
  return `<BasicDefinitions>${definitions.join('')}</BasicDefinitions>`
}

/** What every form, group, item and list of codes means, in both languages. The same for every site. */
export function metadata(): string {
  const groups = forms.flatMap(form => form.groups.map(group => ({ form, group })))
  const items = new Map(groups.flatMap(({ group }) => group.items.map(item => [item.oid, item] as const)))
  const lists = codeLists([...items.values()])
  return [
    `<MetaDataVersion OID="${METADATA_OID}" Name="Lobule">`,
    `<Protocol><StudyEventRef StudyEventOID="${CHART_OID}" Mandatory="No"/></Protocol>`,
    `<StudyEventDef OID="${CHART_OID}" Name="Chart" Repeating="No" Type="Common">`,
    ...forms.map(({ oid }) => `<FormRef FormOID="${oid}" Mandatory="No"/>`),
    '</StudyEventDef>',
    ...forms.map(formDef),
    ...groups.map(({ form, group }) => groupDef(form, group)),
    ...[...items.values()].map(item => itemDef(item, lists.get(keyOf(item)))),
    ...[...lists].map(([key, oid]) => codeList(oid, JSON.parse(key) as string[])),
    '</MetaDataVersion>',
  ].join('\n')
}

/** The meanings of signatures, as SignatureDefs. */
export function signatureDefinitions(): string {
  return Object.entries(meanings)
    .map(([meaning, { name, statement }]) =>
      [
        `<SignatureDef OID="SD.${meaning}" Methodology="Digital">`,
        textElement('Meaning', `${name.en} / ${name['zh-CN']}`),
        textElement('LegalReason', `${statement.en} / ${statement['zh-CN']}`),
        '</SignatureDef>',
      ].join(''),
    )
    .join('\n')
}

function formDef({ oid, title, repeating, groups }: Form): string {
  const references = groups.map(group => `<ItemGroupRef ItemGroupOID="${group.oid}" Mandatory="No"/>`)
  const attributes = `OID="${oid}" Name="${title.en}" Repeating="${yesNo(repeating)}"`
  return `<FormDef ${attributes}>${description(title)}${references.join('')}</FormDef>`
}

function groupDef(form: Form, { oid, repeating, path, items }: ItemGroup): string {
  const title = namesOf(path, form.title)
  const references = items.map(
    item => `<ItemRef ItemOID="${item.oid}" Mandatory="${yesNo(item.mandatory)}"/>`,
  )
  const attributes = `OID="${oid}"${attribute('Name', title.en)} Repeating="${yesNo(repeating)}"`
  return `<ItemGroupDef ${attributes}>${description(title)}${references.join('')}</ItemGroupDef>`
}

function itemDef(item: Item, list: string | undefined): string {
  const { oid, path, dataType, length, significantDigits } = item
  const title = namesOf(path)
  const unit = attributeUnits[path.at(-1) ?? '']
  const attributes = [
    `OID="${oid}"${attribute('Name', title.en)} DataType="${dataType}"`,
    attribute('Length', length?.toString()),
    attribute('SignificantDigits', significantDigits?.toString()),
  ]
  const parts = [
    description(title),
    unit === undefined ? '' : `<MeasurementUnitRef MeasurementUnitOID="MU.${unit}"/>`,
    list === undefined ? '' : `<CodeListRef CodeListOID="${list}"/>`,
  ]
  return `<ItemDef ${attributes.join('')}>${parts.join('')}</ItemDef>`
}

/** One list for all items that choose from the same values, named after the first of them. */
function codeLists(items: readonly Item[]): Map<string, string> {
  const lists = new Map<string, string>()
  for (const item of items) {
    if (item.choices === undefined || lists.has(keyOf(item))) continue
    lists.set(keyOf(item), `CL.${item.oid.slice(2)}`)
  }
  return lists
}

function keyOf({ choices }: Item): string {
  return JSON.stringify(choices)
}

function codeList(oid: string, choices: readonly string[]): string {
  const items = choices.map(value => {
    const decode = `<Decode>${translated(choiceName(value))}</Decode>`
    return `<CodeListItem${attribute('CodedValue', value)}>${decode}</CodeListItem>`
  })
  return `<CodeList OID="${oid}" Name="${oid.slice(3)}" DataType="text">${items.join('')}</CodeList>`
}

/** The names of the attributes on the way to an item. */
function namesOf(path: readonly string[], otherwise?: LocalizedText): LocalizedText {
  if (path.length === 0 && otherwise !== undefined) return otherwise
  const names = path.map(attributeName)
  return {
    en: names.map(({ en }) => en).join(' / '),
    'zh-CN': names.map(name => name['zh-CN']).join(' / '),
  }
}

function description(title: LocalizedText): string {
  return `<Description>${translated(title)}</Description>`
}

function translated(text: LocalizedText): string {
  const en = textElement('TranslatedText', text.en, ' xml:lang="en"')
  return en + textElement('TranslatedText', text['zh-CN'], ' xml:lang="zh-CN"')
}

function yesNo(answer: boolean): 'Yes' | 'No' {
  return answer ? 'Yes' : 'No'
}
