import { type Attempt, beginAttempt, checkAttempt, clearFailures } from '#main/store/attempts.ts'
import { readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import { appendSecurityEvent, type SecurityEvent } from '#main/store/security-log.ts'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import type { UserId } from '#shared/core/ids.ts'
import type { QueryContext, Surroundings } from './context.ts'
import { transact } from './trail.ts'

/** Under this name the failures of the recovery key are counted; no login name can be the same. */
export const RECOVERY = '#recovery'

/** Runs one attempt at a secret. Only a wrong secret leaves it counted; a good one clears the count itself. */
export async function counted<T>(
  context: Surroundings,
  login: string | undefined,
  tryIt: (attempt: Attempt) => Promise<T>,
): Promise<T> {
  refuseWhileWaiting(context, login)
  const attempt = beginAttempt(context.directory, login, context.now().getTime())
  try {
    return await tryIt(attempt)
  } catch (error) {
    const isWrong = error instanceof AppError && error.payload.code === 'wrong_password'
    if (!isWrong) attempt.withdraw(context.now().getTime())
    throw error
  }
}

/**
 * What a password opens, in an open session. Throws `wrong_password` or `too_many_attempts`. Failures before a good one
 * stay, to be told at the next login.
 */
export function opened<T>(
  context: Surroundings,
  login: string | undefined,
  open: () => Promise<T | undefined>,
): Promise<T> {
  return counted(context, login, async attempt => {
    const found = await open()
    if (found === undefined) throw wrongSecret(context, attempt, 'unlock_failed', login)
    attempt.withdraw(context.now().getTime())
    return found
  })
}

/** Whose password this is; throws as `opened` does. */
export function provePassword(context: Surroundings, login: string, password: string): Promise<UserId> {
  const keyring = readKeyring(context.directory)
  const known = keyring.wraps.find(({ loginName }) => loginName === login)?.loginName
  return opened(context, known, async () => {
    const proven = await unwrapForUser(keyring, login, password)
    proven?.key.destroy()
    return proven?.userId
  })
}

const NOTED: readonly ErrorPayload['code'][] = [
  'wrong_password',
  'too_many_attempts',
  'login_name_asked',
  'signing_disabled',
  'second_person_refused',
  'authority_unavailable',
]

/** Leaves an entry where what was tried is refused: the store is open, so that the trail can take it. */
export async function noteRefusals<T>(
  context: QueryContext,
  action: string,
  tryIt: () => Promise<T>,
): Promise<T> {
  try {
    return await tryIt()
  } catch (error) {
    if (error instanceof AppError && NOTED.includes(error.payload.code)) {
      const { payload } = error
      const newValue = { code: payload.code, ...('why' in payload ? { why: payload.why } : {}) }
      const subject = { kind: 'user', id: context.user.id }
      transact(context.session, context, audit => audit({ action, subject, newValue }))
    }
    throw error
  }
}

/** Clears the count after a good secret; its own attempt is no failure. */
export function earlierFailures({ directory, now }: Surroundings, login: string): number {
  return Math.max(0, clearFailures(directory, login, now().getTime()) - 1)
}

function refuseWhileWaiting(context: Surroundings, login: string | undefined): void {
  const retryAfterSeconds = checkAttempt(context.directory, login, context.now().getTime())
  if (retryAfterSeconds === 0) return
  note(context, { event: 'unlock_delayed', ...named(login) })
  throw new AppError({ code: 'too_many_attempts', retryAfterSeconds })
}

/** Logs a secret that did not open the store, its attempt being counted; a login name that is not known is written nowhere. */
export function wrongSecret(
  context: Surroundings,
  { retryAfterSeconds }: Attempt,
  event: 'unlock_failed' | 'recovery_key_failed',
  login: string | undefined,
): AppError {
  note(context, { event, ...named(login) })
  return new AppError({ code: 'wrong_password', retryAfterSeconds })
}

function named(login: string | undefined) {
  return login === undefined || login === RECOVERY ? {} : { login }
}

/** Writes to the log beside the store. */
export function note({ directory, now }: Surroundings, event: Omit<SecurityEvent, 'at'>): void {
  appendSecurityEvent(directory, { at: now().toISOString(), ...event })
}
