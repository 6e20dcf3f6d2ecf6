import { z } from 'zod'
import { issuesOf } from '#shared/api/errors.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactSource } from '#shared/core/facts/fact.ts'
import { FactId, SignatureId, UserId } from '#shared/core/ids.ts'
import { isImportable } from '#shared/core/imports/importable.ts'
import { refusal } from '#shared/core/imports/refusal.ts'
import type { ReadRow, RefusalCode } from '#shared/core/imports/row.ts'
import { inputIssues, invalidFile } from '../json-file.ts'
import type { FactRecord } from '../site-data.ts'
import type { Audit } from './audit-collector.ts'
import { valueFrom } from './cells.ts'
import {
  DeviationForm,
  deviationForm,
  type Form,
  SignatureForm,
  SubjectForm,
  signatureForm,
  subjectForm,
} from './forms.ts'
import { locationOid, userIdOf } from './names.ts'
import type { OdmSubject } from './odm-subject.ts'
import type { Cells, FactForms, RecordForm, SubjectForms } from './subject-collector.ts'

/** A subject with all that the file says of it. Throws `invalid_file` where something is not as our schemas want it. */
export function subjectOf(subject: SubjectForms, file: string): OdmSubject {
  const parse = <S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> => {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    throw invalidFile(file, inputIssues([{ path: [what], message: firstMessage(parsed.error) }]))
  }
  const all = (form: Form) => subject.records.filter(record => record.form === form)
  const person = all(subjectForm).map(({ cells }) => valueFrom(subjectForm.field, cells))
  return {
    screeningNumber: subject.key,
    ...parse(SubjectForm, person[0] ?? {}, subjectForm.oid),
    facts: [...subject.facts.values()]
      .flatMap(fact => fact.versions.map((_, index) => parse(Version, versionOf(fact, index), fact.form.oid)))
      .sort((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1)),
    signatures: all(signatureForm).map(record => {
      const { about, ...signature } = parse(SignatureForm, recordOf(record), record.form.oid)
      return { id: parse(SignatureId, record.key, record.form.oid), kind: about, ...signature }
    }),
    deviations: all(deviationForm).map(record => {
      const { about, ...deviation } = parse(DeviationForm, recordOf(record), record.form.oid)
      return { id: record.key, kind: about, ...deviation }
    }),
  }
}

const Version = z.strictObject({
  id: FactId,
  version: z.int(),
  enteredAt: OffsetDateTime,
  author: UserId,
  source: FactSource,
  content: FactContent.nullable(),
  reason: z.string().exactOptional(),
}) satisfies z.ZodType<FactRecord>

/** A fact as one of its versions says it; a retraction keeps the source of what it retracts. */
function versionOf({ id, form, versions }: FactForms, index: number): unknown {
  const { audit, cells } = versions[index] ?? { audit: undefined, cells: null }
  const last = cells ?? versions.slice(0, index).findLast(version => version.cells !== null)?.cells
  const { source, content } = statementOf(form, last ?? new Map())
  return { id, version: index + 1, ...stampOf(audit), source, content: cells === null ? null : content }
}

function stampOf(audit: Audit | undefined) {
  const reason = audit?.reason === undefined ? {} : { reason: audit.reason }
  return { enteredAt: audit?.at, author: userIdOf(audit?.userOid ?? ''), ...reason }
}

function statementOf(form: Form, cells: Cells): { source: unknown; content: Record<string, unknown> } {
  const { source, ...content } = (valueFrom(form.field, cells) ?? {}) as Record<string, unknown>
  return { source, content: { kind: kindOf(form), ...content } }
}

function kindOf({ oid }: Form): FactContent['kind'] {
  return oid.slice('F.'.length) as FactContent['kind']
}

function recordOf({ form, cells }: RecordForm): unknown {
  return valueFrom(form.field, cells)
}

function firstMessage(error: z.ZodError): string {
  const [issue] = issuesOf(error)
  return `${issue?.path ?? ''}: ${issue?.message ?? ''}`
}

/** Where a fact stands in a file that is imported at a site. */
export interface FactPlace {
  readonly row: number
  readonly subject: SubjectForms
  readonly siteNumber: string | undefined
}

/** What the last version of a fact is to an import. */
export function rowOf({ form, versions }: FactForms, { row, subject, siteNumber }: FactPlace): ReadRow {
  const place = { row, column: null }
  const last = versions.at(-1)
  if (last?.cells === null || last === undefined) return { ...place, ignored: true }
  const refused = (code: RefusalCode, column: string | null, value: string | null): ReadRow => ({
    ...place,
    refusal: refusal(code, column, value),
  })
  const kind = kindOf(form)
  if (!isImportable(kind, 'odm')) return refused('not_supported', null, kind)
  const { key, location = null } = subject
  // The same number at another site is another person.
  const isOfSite = siteNumber === undefined || location === locationOid(siteNumber)
  if (!isOfSite) return refused('unknown_patient', 'SiteRef', location)
  const parsed = FactContent.safeParse(statementOf(form, last.cells).content)
  if (!parsed.success) return refused('invalid', firstMessage(parsed.error).split(':')[0] ?? null, null)
  return { ...place, patient: { by: 'screening_number', value: key }, content: parsed.data }
}
