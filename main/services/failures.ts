import { AppError } from '#shared/api/errors.ts'

/** One wrong field of an input, where only a service can tell that it is wrong. */
export function invalid(path: string, message: string): AppError {
  return new AppError({ code: 'invalid_input', issues: [{ path, message }] })
}

/** A record that is not there, or no longer. */
export function notFound(entity: string, id: string): AppError {
  return new AppError({ code: 'not_found', entity, id })
}
