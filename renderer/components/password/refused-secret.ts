import { AppError } from '#shared/api/errors.ts'

/** Seconds that a refused secret costs; undefined where the failure is of another kind. */
export function waitOf(error: unknown): number | undefined {
  if (!(error instanceof AppError)) return undefined
  const { payload } = error
  const isRefusal = payload.code === 'wrong_password' || payload.code === 'too_many_attempts'
  return isRefusal ? payload.retryAfterSeconds : undefined
}

/** The secret was tried and is not the right one; one that had to wait was not tried. */
export function isWrongSecret(error: unknown): boolean {
  return error instanceof AppError && error.payload.code === 'wrong_password'
}
