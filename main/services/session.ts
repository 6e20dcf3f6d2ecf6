import { checkAttempt, clearFailures, noteFailure } from '#main/store/attempts.ts'
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
import type { OpenContext, Surroundings } from './context.ts'
import { invalid } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { endSession, openSession, rightsOf } from './opening.ts'
import { storeStatus } from './store-status.ts'

/** Under this name the failures of the recovery key are counted; no login name can be the same. */
const RECOVERY = '#recovery'

export const sessionHandlers: AreaHandlers<typeof session> = {
  unlock: ({ loginName, password }, context) =>
    guarded(context, async () => {
      const keyring = readKeyring(context.directory)
      const login = knownLogin(keyring, loginName)
      refuseWhileWaiting(context, login)
      const opened = await unwrapForUser(keyring, loginName, password)
      if (opened === undefined || login === undefined) throw wrongSecret(context, 'unlock_failed', login)
      return openSession(context, opened.key, {
        admit(db) {
          const user = findUser(db, opened.userId)
          if (!user?.active) throw wrongSecret(context, 'unlock_failed', login)
          return user
        },
        clearFailures: () => clearFailures(context.directory, login, context.now().getTime()),
        record: (audit, { id }, failedAttempts) =>
          audit({ action: 'session.unlock', subject: { kind: 'user', id }, newValue: { failedAttempts } }),
      })
    }),

  unlockWithRecovery: ({ recoveryKey, loginName, newPassword }, context) =>
    guarded(context, async () => {
      const { directory, kdf } = context
      const keyring = readKeyring(directory)
      refuseWhileWaiting(context, RECOVERY)
      const key = await unwrapWithRecovery(keyring, recoveryKey)
      if (key === undefined) throw wrongSecret(context, 'recovery_key_failed', RECOVERY)
      const holder = { loginName, password: newPassword, kdf }
      // The user's id is in the database, which opens only now; the keyring knows it for everyone who may enter.
      const userId = keyring.wraps.find(wrap => wrap.loginName === knownLogin(keyring, loginName))?.userId
      const wrap = userId && (await makeWrap(directory, key, { ...holder, userId }))
      return openSession(context, key, {
        admit(db) {
          const user = findUserByLogin(db, loginName)
          if (wrap && user?.active && user.id === wrap.userId) return user
          throw invalid('loginName', 'no active user has this login name')
        },
        clearFailures: user => {
          const clear = (login: string) => clearFailures(directory, login, context.now().getTime())
          return clear(RECOVERY) + clear(user.loginName)
        },
        record(audit, { id }, failedAttempts) {
          const subject = { kind: 'user', id }
          audit({ action: 'session.unlock_with_recovery', subject, newValue: { failedAttempts } })
          audit({ action: 'user.change_password', subject, reason: 'opened with the recovery key' })
          if (wrap) replaceWrap(directory, key, wrap)
        },
      })
    }),

  lock(_input, context) {
    endSession(context, 'user')
    return {}
  },

  changePassword: {
    async prepare({ currentPassword, newPassword }, context) {
      const { directory, kdf, user, session } = context
      refuseWhileWaiting(context, user.loginName)
      const proven = await unwrapForUser(readKeyring(directory), user.loginName, currentPassword)
      if (proven === undefined) throw wrongSecret(context, 'unlock_failed', user.loginName)
      proven.key.destroy()
      const holder = { userId: user.id, loginName: user.loginName, password: newPassword, kdf }
      const wrap = await makeWrap(directory, session.key, holder)
      return ({ audit }) => {
        audit({ action: 'user.change_password', subject: { kind: 'user', id: user.id } })
        replaceWrap(directory, session.key, wrap)
        return {}
      }
    },
  },

  current: (_input, { user, session: { site } }) => ({ user, rights: rightsOf(user), site }),
}

/** Refuses a second opening, and notes a store that does not open in the log beside it. */
async function guarded<T>(context: OpenContext, open: () => Promise<T>): Promise<T> {
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

function refuseWhileWaiting(context: Surroundings, login: string | undefined): void {
  const retryAfterSeconds = checkAttempt(context.directory, login, context.now().getTime())
  if (retryAfterSeconds === 0) return
  note(context, { event: 'unlock_delayed', ...named(login) })
  throw new AppError({ code: 'too_many_attempts', retryAfterSeconds })
}

/** Counts and logs a secret that did not open the store; a login name that is not known is written nowhere. */
function wrongSecret(
  context: Surroundings,
  event: 'unlock_failed' | 'recovery_key_failed',
  login: string | undefined,
): AppError {
  const { retryAfterSeconds } = noteFailure(context.directory, login, context.now().getTime())
  note(context, { event, ...named(login) })
  return new AppError({ code: 'wrong_password', retryAfterSeconds })
}

function named(login: string | undefined) {
  return login === undefined || login === RECOVERY ? {} : { login }
}

function note({ directory, now }: Surroundings, event: Omit<SecurityEvent, 'at'>): void {
  appendSecurityEvent(directory, { at: now().toISOString(), ...event })
}
