import { z } from 'zod'
import { cellKey } from './cells.ts'
import type { Item } from './fields.ts'
import { type Form, factForms, forms } from './forms.ts'
import { METADATA_OID } from './names.ts'
import { Fault, type XmlListener } from './read-xml.ts'

/** Who entered something, when and why, as an AuditRecord says it. */
export interface Audit {
  readonly userOid: string
  readonly at: string
  readonly reason?: string
}

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
  let subject: OpenSubject | undefined
  let form: OpenForm | undefined
  let group: { readonly oid: string; readonly repeat: number; readonly type: string } | undefined
  const audits = new Map<string, Audit>()
  let audit: { userOid: string; at: string; reason?: string } | undefined
  const level = () =>
    form !== undefined ? 'FormData' : audits.has('event') ? 'StudyEventData' : 'SubjectData'
  const finish = ({ form: finished, key, type, cells }: OpenForm) => {
    if (subject === undefined) return
    const by = audits.get('FormData') ?? audits.get('StudyEventData') ?? audits.get('SubjectData')
    if (factOids.has(finished.oid)) addVersion(subject, { finished, key, type, cells }, by)
    else subject.records.push({ form: finished, key, cells })
  }
  return {
    open(name, attributes) {
      switch (name) {
        case 'ClinicalData':
          checkOwn(attributes)
          return
        case 'SubjectData':
          subject = {
            key: attributes['SubjectKey'] ?? '',
            location: undefined,
            facts: new Map(),
            records: [],
          }
          audits.clear()
          return
        case 'SiteRef':
          if (subject !== undefined) subject.location = attributes['LocationOID']
          return
        case 'StudyEventData':
          audits.delete('StudyEventData')
          audits.set('event', { userOid: '', at: '' })
          return
        case 'FormData':
          audits.delete('FormData')
          form = openForm(attributes, subject)
          return
        case 'ItemGroupData':
          group = openGroup(attributes, form)
          return
        case 'ItemData':
          if (form !== undefined && group !== undefined) setCell(form, group, attributes)
          return
        case 'AuditRecord':
          audit = { userOid: '', at: '' }
          return
        case 'UserRef':
          if (audit !== undefined) audit.userOid = attributes['UserOID'] ?? ''
      }
    },
    close(name, text) {
      switch (name) {
        case 'DateTimeStamp':
          if (audit !== undefined) audit.at = text
          return
        case 'ReasonForChange':
          if (audit !== undefined) audit.reason = text
          return
        case 'AuditRecord':
          if (audit !== undefined) audits.set(level(), audit)
          audit = undefined
          return
        case 'FormData':
          if (form !== undefined) finish(form)
          form = undefined
          audits.delete('FormData')
          return
        case 'StudyEventData':
          audits.delete('StudyEventData')
          audits.delete('event')
          return
        case 'SubjectData':
          if (subject !== undefined) tell(subject)
          subject = undefined
      }
    },
  }
}

function checkOwn({ MetaDataVersionOID: oid }: Attributes): void {
  if (oid === METADATA_OID) return
  throw new Fault('was not written by Lobule, or by a later version: its items are not ours to interpret')
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
  { finished, key, type, cells }: Pick<OpenForm, 'key' | 'type' | 'cells'> & { readonly finished: Form },
  audit: Audit | undefined,
): void {
  const place = `${finished.oid} ${key}`
  const fact = subject.facts.get(place) ?? { id: key, form: finished, versions: [] }
  fact.versions.push({ audit, cells: type === 'Remove' ? null : cells })
  subject.facts.set(place, fact)
}
