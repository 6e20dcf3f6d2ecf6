import { z } from 'zod'
import { type Audit, auditCollector } from './audit-collector.ts'
import { cellKey } from './cells.ts'
import type { Item } from './fields.ts'
import { type Form, factForms, forms } from './forms.ts'
import { METADATA_OID } from './names.ts'
import { Fault, type XmlListener } from './read-xml.ts'

/** The cells of a form by `cellKey`. */
export type Cells = ReadonlyMap<string, string | null>

/** A fact with what stood in it after each change; `cells` null where it was removed. */
export interface FactForms {
  readonly id: string
  readonly form: Form
  readonly versions: { readonly audit: Audit | undefined; readonly cells: Cells | null }[]
}

/** What else is known of a subject: the person, a signature, a deviation, a verdict. */
export interface RecordForm {
  readonly form: Form
  readonly key: string
  readonly cells: Cells
}

/** A subject as it is read, before anything is checked by our schemas. */
export interface SubjectForms {
  readonly key: string
  /** The OID of the site that the subject is at. */
  readonly location: string | undefined
  /** By form and id, in the order in which they first came. */
  readonly facts: ReadonlyMap<string, FactForms>
  readonly records: readonly RecordForm[]
}

const byOid = new Map(
  forms.map(form => {
    const items = form.groups.flatMap(({ items }) => items)
    return [form.oid, { form, items: new Map(items.map(item => [item.oid, item] as const)) }] as const
  }),
)
const factOids = new Set([...factForms.values()].map(({ oid }) => oid))

type Attributes = Readonly<Record<string, string>>

interface OpenSubject {
  readonly key: string
  location: string | undefined
  readonly facts: Map<string, FactForms>
  readonly records: RecordForm[]
}

interface OpenForm {
  readonly form: Form
  readonly items: ReadonlyMap<string, Item>
  readonly key: string
  readonly type: string
  readonly cells: Map<string, string | null>
}

/** Applies the transactions of each subject one after the other, and tells of the subject when it is whole. */
export function subjectCollector(tell: (subject: SubjectForms) => void): XmlListener {
  const audits = auditCollector()
  const forms = formCollector(tell, () => audits.current())
  return {
    open(name, attributes) {
      audits.open(name, attributes)
      forms.open(name, attributes)
    },
    close(name, text) {
      // The audit record of what is closed still holds.
      forms.close(name, text)
      audits.close(name, text)
    },
  }
}

function formCollector(tell: (subject: SubjectForms) => void, audit: () => Audit | undefined): XmlListener {
  let subject: OpenSubject | undefined
  let form: OpenForm | undefined
  let group: ReturnType<typeof openGroup> | undefined
  return {
    open(name, attributes) {
      if (name === 'ClinicalData') checkOwn(attributes)
      else if (name === 'SubjectData') subject = openSubject(attributes)
      else if (name === 'SiteRef' && subject !== undefined) subject.location = attributes['LocationOID']
      else if (name === 'FormData') form = openForm(attributes, subject)
      else if (name === 'ItemGroupData') group = openGroup(attributes, form)
      else if (name === 'ItemData' && form !== undefined && group !== undefined)
        setCell(form, group, attributes)
    },
    close(name) {
      if (name === 'SubjectData' && subject !== undefined) tell(subject)
      if (name !== 'FormData' || form === undefined || subject === undefined) return
      if (factOids.has(form.form.oid)) addVersion(subject, form, audit())
      else subject.records.push(form)
      form = undefined
    },
  }
}

function checkOwn({ MetaDataVersionOID: oid }: Attributes): void {
  if (oid === METADATA_OID) return
  throw new Fault('was not written by Lobule, or by a later version: its items are not ours to interpret')
}

function openSubject({ SubjectKey: key = '' }: Attributes): OpenSubject {
  return { key, location: undefined, facts: new Map(), records: [] }
}

function openForm(attributes: Attributes, subject: OpenSubject | undefined): OpenForm {
  const { FormOID: oid = '', FormRepeatKey: key = '', TransactionType: type = 'Insert' } = attributes
  const known = byOid.get(oid)
  if (known === undefined) throw new Fault('has a form that Lobule does not know')
  const before = subject?.facts.get(`${oid} ${key}`)?.versions.at(-1)?.cells
  return { ...known, key, type, cells: new Map(type === 'Insert' ? undefined : before) }
}

function openGroup(attributes: Attributes, form: OpenForm | undefined) {
  const { ItemGroupOID: oid = '', ItemGroupRepeatKey: key = '0', TransactionType: type = '' } = attributes
  if (!/^\d{1,4}$/.test(key)) throw new Fault('has an ItemGroupRepeatKey that is no number')
  const group = { oid, repeat: Number(key), type }
  if (type === 'Remove') {
    const known = form?.form.groups.find(one => one.oid === oid)
    for (const item of known?.items ?? []) form?.cells.delete(cellKey(item, group.repeat))
  }
  return group
}

function setCell(
  { items, cells }: OpenForm,
  group: { readonly oid: string; readonly repeat: number },
  attributes: Attributes,
): void {
  const { ItemOID: oid = '', Value: value, TransactionType: type } = attributes
  const item = items.get(oid)
  if (item === undefined || item.group.oid !== group.oid)
    throw new Fault('has an item that Lobule does not know')
  const key = cellKey(item, group.repeat)
  if (type === 'Remove') cells.delete(key)
  else cells.set(key, value === undefined ? null : (exactly(attributes['lobule:Exact']) ?? value))
}

/** A text that XML cannot hold, from the attribute that holds it as JSON. */
function exactly(json: string | undefined): string | undefined {
  if (json === undefined) return undefined
  try {
    return z.string().parse(JSON.parse(json))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new Fault('has a broken lobule:Exact')
    throw error
  }
}

function addVersion(
  subject: OpenSubject,
  { form, key, type, cells }: OpenForm,
  audit: Audit | undefined,
): void {
  const place = `${form.oid} ${key}`
  const fact = subject.facts.get(place) ?? { id: key, form, versions: [] }
  fact.versions.push({ audit, cells: type === 'Remove' ? null : cells })
  subject.facts.set(place, fact)
}
