import type { FactContent } from '#shared/core/facts/content.ts'
import { followUpProblems } from '../../safety/form/follow-up.ts'
import type { AnyKind } from '../fact-groups.ts'
import { checkContent, type FieldProblems, MISSING } from './check.ts'
import { isBlankRow, rowsIn, type TypedRow } from './typed-rows.ts'
import { contentOfValues, type Values } from './values.ts'

/** A fact with the facts that its form asked for besides: the vital signs of an infusion. */
export type CheckedForm =
  | { readonly content: FactContent; readonly beside: readonly FactContent[] }
  | { readonly problems: FieldProblems }

/** Checks everything in a form. */
export function checkForm(kind: AnyKind, values: Values, timeZone: string): CheckedForm {
  const checked = checkContent(contentOfValues(kind, values, timeZone))
  const rows = rowsIn(values['vitalSigns']).filter(row => !isBlankRow(row))
  const beside = rows.map(row => checkContent(contentOfValues('vital_signs', row, timeZone)))
  const problems: FieldProblems = {
    ...('problems' in checked ? checked.problems : {}),
    ...unexplained(kind, values),
    ...followUpProblems(values),
    ...vitalSignProblems(
      rows,
      beside.flatMap(one => ('problems' in one ? [one.problems] : [])),
    ),
  }
  if (!('content' in checked) || Object.keys(problems).length > 0) return { problems }
  return {
    content: checked.content,
    beside: beside.flatMap(one => ('content' in one ? [one.content] : [])),
  }
}

/** Nobody can tell later why a visit did not take place. */
function unexplained(kind: AnyKind, values: Values): FieldProblems {
  const isMissed = kind === 'visit' && values['status'] === 'missed'
  return isMissed && (values['reason'] ?? '').trim() === '' ? { reason: MISSING } : {}
}

function vitalSignProblems(rows: readonly TypedRow[], found: readonly FieldProblems[]): FieldProblems {
  const [first] = found.flatMap(problems => Object.values(problems))
  if (first !== undefined) return { vitalSigns: first }
  const isEmpty = rows.some(({ on: _on, ...measured }) => isBlankRow(measured))
  return isEmpty ? { vitalSigns: MISSING } : {}
}
