import { findUserByLogin, type UserRecord } from '#main/store/user-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import type { QueryContext } from '../context.ts'
import { provePassword } from '../proof.ts'

/** Somebody who typed their password. */
interface Typed {
  readonly loginName: string
  readonly password: string
}

/** Somebody who stays, with the password that will open the store for them as before. */
export interface Staying {
  readonly user: UserRecord
  readonly password: string
}

/**
 * Proves everybody who stays, whoever asks among them, one after the other and counted like logins. Throws
 * `second_person_refused` with the name of the first who is not proven; run it within `noteRefusals`.
 */
export async function provePeople(context: QueryContext, people: readonly Typed[]): Promise<Staying[]> {
  const staying: Staying[] = []
  for (const typed of people) {
    const user = findUserByLogin(context.db, typed.loginName)
    if (!user?.active) throw refused('not_permitted', typed)
    if (staying.some(other => other.user.id === user.id)) throw refused('same_person', typed)
    await prove(context, typed)
    staying.push({ user, password: typed.password })
  }
  if (!staying.some(({ user }) => user.id === context.user.id)) throw refused('not_permitted', context.user)
  return staying
}

async function prove(context: QueryContext, typed: Typed): Promise<void> {
  try {
    await provePassword(context, typed.loginName, typed.password)
  } catch (error) {
    const payload = error instanceof AppError ? error.payload : undefined
    if (payload?.code !== 'wrong_password' && payload?.code !== 'too_many_attempts') throw error
    throw refused('wrong_password', typed, payload.retryAfterSeconds)
  }
}

function refused(
  why: 'wrong_password' | 'same_person' | 'not_permitted',
  { loginName }: Pick<Typed, 'loginName'>,
  retryAfterSeconds = 0,
): AppError {
  return new AppError({ code: 'second_person_refused', why, retryAfterSeconds, loginName })
}
