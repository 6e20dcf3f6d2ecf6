import { checkLaboratoryUnit } from '#main/interchange/ucum.ts'
import type { InputIssue } from '#shared/api/errors.ts'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import { timeProblems } from '#shared/core/facts/fact.ts'
import { contentWarnings } from '#shared/core/facts/warnings.ts'

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

/** What an evaluation will miss of a content, at its place in the caller's input. */
export function warningsAt(content: FactContent, path: string): InputIssue[] {
  return contentWarnings(content).map(warning => ({ ...warning, path: `${path}.${warning.path}` }))
}
