import { findUserByLogin, type UserRecord } from '#main/store/user-repository.ts'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import type { SecondPerson } from '#shared/api/signing.ts'
import type { QueryContext } from './context.ts'
import { isOwnPassword } from './password-policy.ts'
import { provePassword } from './proof.ts'

type Why = Extract<ErrorPayload, { code: 'second_person_refused' }>['why']

/** The second person was not accepted. */
export function secondRefused(why: Why, retryAfterSeconds = 0): AppError {
  return new AppError({ code: 'second_person_refused', why, retryAfterSeconds })
}

/**
 * Who is present beside the user: another active one, proven by login name and password, counted like a login. Throws
 * `second_person_refused`; run it within `noteRefusals`. `mustBeOwnPassword`: nobody else set the present password.
 */
export async function proveSecondPerson(
  context: QueryContext,
  { loginName, password }: SecondPerson,
  { mustBeOwnPassword }: { readonly mustBeOwnPassword: boolean },
): Promise<UserRecord> {
  const { db, user } = context
  if (loginName === user.loginName) throw secondRefused('same_person')
  await proven(context, loginName, password)
  const second = findUserByLogin(db, loginName)
  if (!second?.active) throw secondRefused('not_permitted')
  if (mustBeOwnPassword && !isOwnPassword(db, second.id)) throw secondRefused('first_password')
  return second
}

/** Under a code of its own: the screen must tell whose password it was that failed. */
async function proven(context: QueryContext, loginName: string, password: string): Promise<void> {
  try {
    await provePassword(context, loginName, password)
  } catch (error) {
    const payload = error instanceof AppError ? error.payload : undefined
    if (payload?.code !== 'wrong_password' && payload?.code !== 'too_many_attempts') throw error
    throw secondRefused('wrong_password', payload.retryAfterSeconds)
  }
}
