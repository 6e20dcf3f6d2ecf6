import { type Attempt, beginAttempt, checkAttempt, clearFailures } from '#main/store/attempts.ts'
import {
  knownLogin,
  makeWrap,
  readKeyring,
  replaceWrap,
  unwrapForUser,
  unwrapWithRecovery,
} from '#main/store/keyring.ts'
import { appendSecurityEvent, type SecurityEvent } from '#main/store/security-log.ts'
import { findUser, findUserByLogin } from '#main/store/user-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import type { session } from '#shared/api/session.ts'
import type { OpenContext, QueryContext, Surroundings } from './context.ts'
import { invalid } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { endSession, openSession, rightsOf } from './opening.ts'
import { storeStatus } from './store-status.ts'
import { transact } from './trail.ts'

/** Under this name the failures of the recovery key are counted; no login name can be the same. */
const RECOVERY = '#recovery'

export const sessionHandlers: AreaHandlers<typeof session> = {
  unlock: ({ loginName, password }, context) =>
    guarded(context, async () => {
      const keyring = readKeyring(context.directory)
      const login = knownLogin(keyring, loginName)
      return counted(context, login, async attempt => {
        const opened = await unwrapForUser(keyring, loginName, password)
        if (opened === undefined || login === undefined)
          throw wrongSecret(context, attempt, 'unlock_failed', login)
        return openSession(context, opened.key, {
          admit(db) {
            const user = findUser(db, opened.userId)
            if (!user?.active) throw wrongSecret(context, attempt, 'unlock_failed', login)
            return user
          },
          clearFailures: () => earlierFailures(context, login),
          record: (audit, { id }, failedAttempts) =>
            audit({ action: 'session.unlock', subject: { kind: 'user', id }, newValue: { failedAttempts } }),
        })
      })
    }),

  unlockWithRecovery: ({ recoveryKey, loginName, newPassword }, context) =>
    guarded(context, async () => {
      const { directory, kdf } = context
      const keyring = readKeyring(directory)
      return counted(context, RECOVERY, async attempt => {
        const key = await unwrapWithRecovery(keyring, recoveryKey)
        if (key === undefined) throw wrongSecret(context, attempt, 'recovery_key_failed', RECOVERY)
        const holder = { loginName, password: newPassword, kdf }
        // The user's id is in the database, which opens only now; the keyring knows it for everyone who may enter.
        const userId = keyring.wraps.find(wrap => wrap.loginName === knownLogin(keyring, loginName))?.userId
        const wrap = userId && (await makeWrap(directory, key, { ...holder, userId }))
        return openSession(context, key, {
          admit(db) {
            const user = findUserByLogin(db, loginName)
            if (wrap && user?.active && user.id === wrap.userId) return user
            // Somebody holds the recovery key: that is told even where it opens nothing. What was typed is not.
            note(context, { event: 'recovery_login_refused' })
            throw invalid('loginName', 'no active user has this login name')
          },
          clearFailures: user =>
            earlierFailures(context, RECOVERY) +
            clearFailures(directory, user.loginName, context.now().getTime()),
          record(audit, { id }, failedAttempts) {
            const subject = { kind: 'user', id }
            audit({ action: 'session.unlock_with_recovery', subject, newValue: { failedAttempts } })
            audit({ action: 'user.change_password', subject, reason: 'opened with the recovery key' })
            if (wrap) replaceWrap(directory, key, wrap)
          },
        })
      })
    }),

  lock(_input, context) {
    endSession(context, 'user')
    return {}
  },

  touch(_input, { touch }) {
    touch()
    return {}
  },

  changePassword: {
    async prepare({ currentPassword, newPassword }, context) {
      const { directory, kdf, user, session } = context
      await proveOwnPassword(context, currentPassword)
      const holder = { userId: user.id, loginName: user.loginName, password: newPassword, kdf }
      const wrap = await makeWrap(directory, session.key, holder)
      return ({ audit }) => {
        audit({ action: 'user.change_password', subject: { kind: 'user', id: user.id } })
        replaceWrap(directory, session.key, wrap)
        return {}
      }
    },
  },

  current: (_input, { user, session: { site } }) => ({
    user,
    rights: rightsOf(user),
    site,
    passwordDue: null,
  }),
}

/** Throws for a password that is not the user's, after an entry about it: the store is open, the trail can take it. */
async function proveOwnPassword(context: QueryContext, password: string): Promise<void> {
  const { directory, user, session } = context
  try {
    const attempt = await counted(context, user.loginName, async attempt => {
      const proven = await unwrapForUser(readKeyring(directory), user.loginName, password)
      if (proven === undefined) throw wrongSecret(context, attempt, 'unlock_failed', user.loginName)
      proven.key.destroy()
      return attempt
    })
    // Failures before this one stay to be told at the next login.
    attempt.withdraw(context.now().getTime())
  } catch (error) {
    const code = error instanceof AppError ? error.payload.code : undefined
    if (code === 'wrong_password' || code === 'too_many_attempts') {
      const subject = { kind: 'user', id: user.id }
      transact(session, context, audit =>
        audit({ action: 'user.change_password_refused', subject, newValue: { code } }),
      )
    }
    throw error
  }
}

/** Refuses a second opening, and notes a store that does not open in the log beside it. */
async function guarded<T>(context: OpenContext, open: () => Promise<T>): Promise<T> {
  if (!context.mayOpen()) throw new AppError({ code: 'locked' })
  if (context.slot.current)
    throw new AppError({ code: 'unavailable', what: 'the store is open; lock it first' })
  try {
    return await open()
  } catch (error) {
    const payload = error instanceof AppError ? error.payload : undefined
    const broken = payload?.code === 'store_damaged' || payload?.code === 'store_missing'
    if (broken && storeStatus(context).state !== 'none') {
      note(context, { event: payload.code, detail: payload.part })
    }
    throw error
  }
}

/** Runs one attempt at a secret. Only a wrong secret leaves it counted; a good one clears the count itself. */
async function counted<T>(
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

/** Clears the count after a good secret; its own attempt is no failure. */
function earlierFailures({ directory, now }: Surroundings, login: string): number {
  return Math.max(0, clearFailures(directory, login, now().getTime()) - 1)
}

function refuseWhileWaiting(context: Surroundings, login: string | undefined): void {
  const retryAfterSeconds = checkAttempt(context.directory, login, context.now().getTime())
  if (retryAfterSeconds === 0) return
  note(context, { event: 'unlock_delayed', ...named(login) })
  throw new AppError({ code: 'too_many_attempts', retryAfterSeconds })
}

/** Logs a secret that did not open the store, its attempt being counted; a login name that is not known is written nowhere. */
function wrongSecret(
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

function note({ directory, now }: Surroundings, event: Omit<SecurityEvent, 'at'>): void {
  appendSecurityEvent(directory, { at: now().toISOString(), ...event })
}
