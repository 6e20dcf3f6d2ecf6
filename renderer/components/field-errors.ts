import { AppError, type InputIssue } from '#shared/api/errors.ts'
import { issueText } from '#shared/api/issue-words.ts'
import { useLanguage } from '../i18n/i18n.ts'

/** What the engine said about single fields, by path, in words; empty where the failure is of another kind. */
export function useFieldErrors(error: unknown): Readonly<Record<string, string>> {
  const language = useLanguage()
  return Object.fromEntries(issuesIn(error).map(({ path, message }) => [path, issueText(message, language)]))
}

/** Whether every wrong place is one of these fields: then the words stand there, and need no second place. */
export function isAboutFields(error: unknown, fields: readonly string[]): boolean {
  const issues = issuesIn(error)
  return issues.length > 0 && issues.every(({ path }) => fields.includes(path))
}

function issuesIn(error: unknown): readonly InputIssue[] {
  return error instanceof AppError && error.payload.code === 'invalid_input' ? error.payload.issues : []
}
