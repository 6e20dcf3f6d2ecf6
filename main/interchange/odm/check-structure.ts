import { isOfType } from './lexical.ts'
import { ODM_NAMESPACE } from './names.ts'
import { type AttributeRule, type ElementRule, elementRules } from './odm-structure.ts'
import type { XmlListener } from './read-xml.ts'

/** Told of each thing that is not as ODM wants it. */
export type Report = (message: string) => void

interface Open {
  readonly name: string
  readonly rule: ElementRule
  /** Which of the rule's children came last, and how many of each came. */
  place: number
  readonly counts: number[]
}

/** Checks elements, their order and number, and attributes against ODM's structure. Foreign elements are let through. */
export function structureChecker(report: Report): XmlListener {
  const open: Open[] = []
  return {
    open(name, attributes) {
      const rule = elementRules.get(name)
      const parent = open.at(-1)
      if (parent === undefined) checkRoot(name, attributes, report)
      else if (parent.rule !== ANYTHING && !name.includes(':')) enter(parent, name, report)
      if (rule !== undefined) checkAttributes({ name, rule, attributes }, report)
      open.push({ name, rule: rule ?? ANYTHING, place: 0, counts: [] })
    },
    close(_name, text) {
      const closed = open.pop()
      if (closed === undefined) return
      closed.rule.children.forEach(({ name, atLeast }, index) => {
        if ((closed.counts[index] ?? 0) < atLeast) report(`${closed.name} lacks ${name}`)
      })
      if (closed.name === 'DateTimeStamp' && !isOfType(text, 'datetime'))
        report('DateTimeStamp is no date and time')
    },
  }
}

const ANYTHING: ElementRule = { attributes: new Map(), required: [], children: [] }

function checkRoot(name: string, attributes: Readonly<Record<string, string>>, report: Report): void {
  if (name !== 'ODM' || attributes['xmlns'] !== ODM_NAMESPACE) report('is no ODM file of version 1.3')
}

function enter(parent: Open, name: string, report: Report): void {
  const { children } = parent.rule
  const index = children.findIndex(child => child.name === name)
  const rule = children[index]
  if (rule === undefined) {
    report(`${name} cannot stand in ${parent.name}`)
    return
  }
  if (index < parent.place) report(`${name} stands too late in ${parent.name}`)
  const count = (parent.counts[index] ?? 0) + 1
  if (count > rule.atMost) report(`${name} stands more than once in ${parent.name}`)
  parent.counts[index] = count
  parent.place = Math.max(parent.place, index)
}

interface Element {
  readonly name: string
  readonly rule: ElementRule
  readonly attributes: Readonly<Record<string, string>>
}

function checkAttributes({ name, rule, attributes }: Element, report: Report): void {
  for (const attribute of rule.required) {
    if (attributes[attribute] === undefined) report(`${name} lacks ${attribute}`)
  }
  for (const attribute of Object.keys(attributes)) {
    const known = rule.attributes.get(attribute)
    const value = attributes[attribute] ?? ''
    if (known !== undefined) checkAttribute({ name, attribute, value }, known, report)
    else if (!isExtension(attribute)) report(`${name} cannot have ${attribute}`)
  }
}

function checkAttribute(
  { name, attribute, value }: { readonly name: string; readonly attribute: string; readonly value: string },
  { isRequired, type }: AttributeRule,
  report: Report,
): void {
  if (isRequired && value === '') report(`${attribute} of ${name} is empty`)
  else if (typeof type !== 'string') {
    if (!type.includes(value)) report(`${attribute} of ${name} is none of ${type.join(', ')}`)
  } else if (!isOfType(value, type)) report(`${attribute} of ${name} is not written as ${type}`)
}

/** Declarations of namespaces, and attributes of others (ODM 1.3.2, 2.4). */
function isExtension(attribute: string): boolean {
  return attribute.includes(':') || attribute === 'xmlns'
}
