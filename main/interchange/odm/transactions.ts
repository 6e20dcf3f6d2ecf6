import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { FactRecord, SubjectData } from '../site-data.ts'
import { type Cell, cellsOf } from './cells.ts'
import { type Form, factForms } from './forms.ts'
import { userOid } from './names.ts'
import { changedGroups, insertedGroups, type Transaction, transaction } from './write-form.ts'
import { attribute, textElement } from './xml.ts'

/** Who made a change, when and why. */
interface Stamp {
  readonly enteredAt: OffsetDateTime
  readonly userOid: string
  readonly reason: string | undefined
}

/** One change of one fact as a FormData. */
interface Step extends Stamp {
  readonly at: number
  readonly form: string
}

/**
 * StudyEventData of all that was entered of a subject, in the order in which it was entered: ODM's readers apply one
 * after the other. What one person entered at one time for one reason shares its AuditRecord.
 */
export function* entries(subject: SubjectData, start: string, location: string): Iterable<string> {
  const steps = [...stepsOf(subject.facts)].sort((a, b) => a.at - b.at)
  let open: Step | undefined
  for (const step of steps) {
    if (open === undefined || !isSameEntry(open, step)) {
      if (open !== undefined) yield '</StudyEventData>\n'
      yield `${start}${auditRecord(step, location)}`
      open = step
    }
    yield step.form
  }
  if (open !== undefined) yield '</StudyEventData>\n'
}

/** An AuditRecord (ODM 1.3.2, 3.1.4.1.4). */
export function auditRecord(stamp: Stamp, location: string): string {
  const { enteredAt, reason } = stamp
  return [
    `<AuditRecord><UserRef${attribute('UserOID', stamp.userOid)}/>${location}`,
    textElement('DateTimeStamp', enteredAt),
    reason === undefined ? '' : textElement('ReasonForChange', reason),
    '</AuditRecord>\n',
  ].join('')
}

function isSameEntry(a: Step, b: Step): boolean {
  return a.enteredAt === b.enteredAt && a.userOid === b.userOid && a.reason === b.reason
}

/** Versions of one fact stand together, oldest first; sorting by time keeps the order of those that are equal. */
function* stepsOf(facts: readonly FactRecord[]): Iterable<Step> {
  let last: { id: string; form: Form; cells: readonly Cell[] } | undefined
  for (const fact of facts) {
    const before = last?.id === fact.id ? last : undefined
    const form = fact.content === null ? before?.form : factForms.get(fact.content.kind)
    if (form === undefined) throw new Error('a fact that was retracted before it was charted')
    const cells = fact.content === null ? [] : cellsOf(form.field, { ...fact.content, source: fact.source })
    const change = { before: before?.cells ?? [], after: cells }
    yield { ...stampOf(fact), form: formData(form, fact.id, change) }
    last = { id: fact.id, form, cells }
  }
}

function stampOf({ enteredAt, author, reason }: FactRecord): Omit<Step, 'form'> {
  return { at: Date.parse(enteredAt), enteredAt, userOid: userOid(author), reason }
}

function formData(
  form: Form,
  id: string,
  { before, after }: { readonly before: readonly Cell[]; readonly after: readonly Cell[] },
): string {
  const start = `<FormData FormOID="${form.oid}"${attribute('FormRepeatKey', id)}`
  if (after.length === 0) return `${start}${transaction('Remove')}/>\n`
  const type: Transaction = before.length === 0 ? 'Insert' : 'Update'
  const groups = before.length === 0 ? insertedGroups(after) : changedGroups(before, after)
  if (groups === '') return `${start}${transaction(type)}/>\n`
  return `${start}${transaction(type)}>${groups}</FormData>\n`
}
