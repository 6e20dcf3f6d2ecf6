import { checkLaboratoryUnit } from '#main/interchange/ucum.ts'
import type { QueryContext } from '#main/services/context.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import { boundsOf, type OffsetDateTime } from '#shared/core/civil-date.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import { timeProblems } from '#shared/core/facts/fact.ts'
import { statementOf } from '#shared/core/imports/compare-chart.ts'
import { isImportable } from '#shared/core/imports/importable.ts'
import type { ReadRow, Refusal, RefusalCode } from '#shared/core/imports/row.ts'
import type { Checked } from './checked.ts'
import { patientFinder } from './patient-keys.ts'
import type { Reading } from './reading.ts'

/** Says of each row whom it is about, or why it is refused, before anything is compared with a chart. */
export function rowChecker(
  { format }: Reading,
  context: QueryContext,
): (read: ReadRow, file: number) => Promise<Checked> {
  const find = patientFinder(context)
  const enteredAt = context.session.clock.render(context.now())
  const from = format === 'fhir' || format === 'odm' ? format : 'table'
  const unitProblem = unitChecker()
  return async (read, file) => {
    const place = { file, row: read.row, column: read.column }
    const nothing = { place, patient: null, statement: null, refusal: null }
    if ('ignored' in read) return nothing
    if ('refusal' in read) return { ...nothing, refusal: read.refusal }
    const patient = find(read.patient)
    if (typeof patient === 'string')
      return { ...nothing, refusal: refused(patient, read.column, read.patient.value) }
    const { content } = read
    const refusal = isImportable(content.kind, from)
      ? (timeRefusal(content, patient, enteredAt) ?? (await unitProblem(content)))
      : refused('not_supported', null, content.kind)
    if (refusal !== undefined)
      return { ...nothing, patient, refusal: { ...refusal, column: refusal.column ?? read.column } }
    return { ...nothing, patient, statement: statementOf(content) }
  }
}

function refused(code: RefusalCode, column: string | null, value: string): Refusal {
  return { code, column, value: value.slice(0, 100) }
}

function timeRefusal(
  content: FactContent,
  { birthDate }: PatientRecord,
  enteredAt: OffsetDateTime,
): Refusal | undefined {
  const time = timeOf(content)
  const [problem] = timeProblems(content, enteredAt)
  // A plan is no fact; what ended before it began is nothing at all.
  if (problem !== undefined)
    return refused(problem.path === 'to' ? 'invalid' : 'date_in_future', null, time?.slice(0, 16) ?? '')
  if (time === undefined || birthDate === undefined) return undefined
  if (boundsOf(time as OffsetDateTime).latest >= boundsOf(birthDate).earliest) return undefined
  return refused('date_before_birth', null, time.slice(0, 16))
}

function timeOf(content: FactContent): string | undefined {
  if ('on' in content) return content.on
  return 'from' in content ? content.from : undefined
}

/** A month of results has some dozens of codes with their units: each is asked about once. */
function unitChecker(): (content: FactContent) => Promise<Refusal | undefined> {
  const known = new Map<string, boolean>()
  return async content => {
    if (content.kind !== 'laboratory') return undefined
    const { loinc, unit } = content
    const key = `${loinc} ${unit}`
    let isFit = known.get(key)
    if (isFit === undefined) {
      isFit = (await checkLaboratoryUnit(loinc, unit)) === undefined
      known.set(key, isFit)
    }
    return isFit ? undefined : refused('unit_of_other_quantity', null, unit)
  }
}
