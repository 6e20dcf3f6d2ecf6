import { checkLaboratoryUnit } from '#main/interchange/ucum.ts'
import type { InputIssue } from '#shared/api/errors.ts'
import { analyteOfLoinc } from '#shared/core/analytes.ts'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import { timeProblems } from '#shared/core/facts/fact.ts'

/** What keeps a content from being charted at a moment; `path` is where it stands in the caller's input. */
export async function contentIssues(
  content: FactContent,
  enteredAt: OffsetDateTime,
  path: string,
): Promise<InputIssue[]> {
  const issues = timeProblems(content, enteredAt).map(problem => ({
    path: `${path}.${problem.path}`,
    message: problem.message,
  }))
  if (content.kind !== 'laboratory') return issues
  const message = await checkLaboratoryUnit(content.loinc, content.unit)
  return message === undefined ? issues : [...issues, { path: `${path}.unit`, message }]
}

/**
 * What an evaluation will miss. A prothrombin time without the control of its run is charted, because the report may
 * not print it, but its prolongation cannot be told.
 */
export function contentWarnings(content: FactContent, path: string): InputIssue[] {
  if (content.kind !== 'laboratory' || content.control !== 'not_printed') return []
  if (analyteOfLoinc(content.loinc) !== 'prothrombin_time') return []
  const message = 'the control value of the run is missing; without it the prolongation is unknown'
  return [{ path: `${path}.control`, message }]
}
