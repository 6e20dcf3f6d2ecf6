import { AppError, type ErrorPayload } from '#shared/api/errors.ts'

type Refused = Extract<ErrorPayload, { code: 'second_person_refused' }>

/** Whose password was not taken, and how long the next attempt has to wait; undefined where it failed for another cause. */
export function refusedIn(error: unknown): Refused | undefined {
  const payload = error instanceof AppError ? error.payload : undefined
  return payload?.code === 'second_person_refused' ? payload : undefined
}
