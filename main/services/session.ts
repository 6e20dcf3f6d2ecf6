import { clearFailures } from '#main/store/attempts.ts'
import { currentAuthority } from '#main/store/authority-repository.ts'
import {
  knownLogin,
  readKeyring,
  replaceWrap,
  unwrapForUser,
  unwrapWithRecovery,
} from '#main/store/keyring.ts'
import { settleRekeying } from '#main/store/rekey.ts'
import { lockStore } from '#main/store/store-lock.ts'
import { findUser, findUserByLogin, type UserRecord } from '#main/store/user-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import type { session } from '#shared/api/session.ts'
import { type AuthorityDraft, draftAuthority, keepAuthority } from './authority.ts'
import { endCertificate } from './certificates.ts'
import type { OpenContext, OpenSession } from './context.ts'
import { invalid } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { makePassword, notePassword, prepareOwnPassword } from './new-password.ts'
import { endSession, openSession, passwordDue, rightsOf } from './opening.ts'
import { foreignPassword, refuseUsedPassword } from './password-policy.ts'
import {
  counted,
  earlierFailures,
  note,
  noteRefusals,
  provePassword,
  RECOVERY,
  wrongSecret,
} from './proof.ts'
import { storeStatus } from './store-status.ts'

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
          async begin(session, user) {
            const draft = await firstAuthority(context, session, { user, password })
            return (writing, failedAttempts) => {
              const subject = { kind: 'user', id: user.id }
              writing.audit({ action: 'session.unlock', subject, newValue: { failedAttempts } })
              if (draft !== undefined) keepAuthority(writing, draft)
              return undefined
            }
          },
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
        return openSession(context, key, {
          admit(db) {
            const user = findUserByLogin(db, loginName)
            if (user?.active && keyring.wraps.some(({ userId }) => userId === user.id)) return user
            // Somebody holds the recovery key: that is told even where it opens nothing. What was typed is not.
            note(context, { event: 'recovery_login_refused' })
            throw invalid('loginName', 'no active user has this login name')
          },
          clearFailures: user =>
            earlierFailures(context, RECOVERY) +
            clearFailures(directory, user.loginName, context.now().getTime()),
          async begin(session, user) {
            await refuseUsedPassword(session.db, user.id, { next: newPassword })
            const { wrap, verifier } = await makePassword({ directory, kdf, session }, user, newPassword)
            return (writing, failedAttempts) => {
              const subject = { kind: 'user', id: user.id }
              const { audit } = writing
              audit({ action: 'session.unlock_with_recovery', subject, newValue: { failedAttempts } })
              audit({ action: 'user.change_password', subject, reason: 'opened with the recovery key' })
              // The private key is under the password that was lost, and nobody saw who set this one.
              endCertificate(writing, user.id, { cause: 'password_reset' })
              notePassword(writing, { userId: user.id, cause: 'recovery', verifier })
              return () => replaceWrap(directory, key, wrap)
            }
          },
        })
      })
    }),

  lock(_input, context) {
    context.backups.closing()
    endSession(context, 'user')
    return {}
  },

  touch(_input, { touch }) {
    touch()
    return {}
  },

  changePassword: {
    async prepare({ currentPassword, newPassword }, context) {
      const { loginName } = context.user
      await noteRefusals(context, 'user.change_password_refused', () =>
        provePassword(context, loginName, currentPassword),
      )
      const passwords = { present: currentPassword, next: newPassword }
      const commit = await prepareOwnPassword(context, { ...passwords, keepsKey: true })
      return writing => {
        commit(writing)
        return {}
      }
    },
  },

  current: (_input, { user, session }) => ({
    user,
    rights: rightsOf(user),
    site: session.site,
    passwordDue: passwordDue(session, user.id),
  }),
}

/** For a store from before there was a site certificate: it is made where a principal investigator's own password is at hand. */
async function firstAuthority(
  context: OpenContext,
  { db, site }: OpenSession,
  { user, password }: { readonly user: UserRecord; readonly password: string },
): Promise<AuthorityDraft | undefined> {
  const isDue = user.role === 'principal_investigator' && foreignPassword(db, user.id) === null
  if (!isDue || currentAuthority(db) !== undefined) return undefined
  return draftAuthority(context, { site, holder: user.id, password })
}

/** Refuses a second opening, in this process or another, and notes a store that does not open in the log beside it. */
async function guarded<T>(context: OpenContext, open: () => Promise<T>): Promise<T> {
  if (!context.mayOpen()) throw new AppError({ code: 'locked' })
  if (context.slot.current)
    throw new AppError({ code: 'unavailable', what: 'the store is open; lock it first' })
  const lock = storeStatus(context).state === 'none' ? undefined : lockStore(context.directory)
  // Before the session is there: it may end in the same moment.
  context.slot.lock = lock
  try {
    settleRekeying(context.directory, settled => note(context, { event: `rekeying_${settled}` }))
    return await open()
  } catch (error) {
    lock?.release()
    const payload = error instanceof AppError ? error.payload : undefined
    const broken = payload?.code === 'store_damaged' || payload?.code === 'store_missing'
    if (broken && storeStatus(context).state !== 'none') {
      note(context, { event: payload.code, detail: payload.part })
    }
    throw error
  }
}
