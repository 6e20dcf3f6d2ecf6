import { AppError } from '#shared/api/errors.ts'

/** What the engine said about single fields, by path; empty where the failure is of another kind. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof AppError) || error.payload.code !== 'invalid_input') return {}
  return Object.fromEntries(error.payload.issues.map(({ path, message }) => [path, message]))
}

/** Whether every wrong place is one of these fields: then the words stand there, and need no second place. */
export function isAboutFields(error: unknown, fields: readonly string[]): boolean {
  const paths = Object.keys(fieldErrors(error))
  return paths.length > 0 && paths.every(path => fields.includes(path))
}
